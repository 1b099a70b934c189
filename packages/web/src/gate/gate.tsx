import type { ComponentChildren } from 'preact'
import { useSignal } from '@preact/signals'
import type { Entrance, Stage } from '../app/entrance.ts'
import type { Router } from '../app/router.ts'
import { SignIn } from './sign-in.tsx'
import { SignUp } from './sign-up.tsx'
import './gate.css'

interface GateProps {
  stage: Extract<Stage, { at: 'outside' }>
  entrance: Entrance
  router: Router
}

/** What somebody sees who is not signed in: the owner's account, an invitation, or the way in. */
export function Gate({ stage, entrance, router }: GateProps) {
  const { place, why } = stage
  const route = router.route.value
  const isNew = useSignal(false)
  const enter = async (task: Promise<void>): Promise<void> => {
    await task
    if (router.route.value.at !== 'room') router.replace({ at: 'home' })
  }
  const signUp: Entrance['signUp'] = (input) => enter(entrance.signUp(input))

  if (place.empty) {
    return (
      <GateFrame title="Welcome to Natter" lead="Nobody is here yet. The first account owns this place.">
        <SignUp signUp={signUp} action="Create the owner’s account" />
      </GateFrame>
    )
  }
  if (route.at === 'invite') {
    return (
      <GateFrame title={`Join ${place.name}`} lead="Somebody invited you. Choose a handle and a password.">
        <SignUp signUp={signUp} invite={route.code} action="Join" />
        <Aside text="You have an account?" action="Sign in" onClick={() => router.replace({ at: 'home' })} />
      </GateFrame>
    )
  }
  if (isNew.value && place.signup === 'open') {
    return (
      <GateFrame title={`Join ${place.name}`}>
        <SignUp signUp={signUp} action="Create account" />
        <Aside text="You have an account?" action="Sign in" onClick={() => (isNew.value = false)} />
      </GateFrame>
    )
  }
  return (
    <GateFrame title={`Sign in to ${place.name}`} lead={why}>
      <SignIn signIn={(input) => enter(entrance.signIn(input))} />
      {place.signup === 'open' && (
        <Aside text="New here?" action="Create an account" onClick={() => (isNew.value = true)} />
      )}
      {place.signup === 'invite' && (
        <p class="gate__aside">To make an account you need an invite link from a member.</p>
      )}
      {place.signup === 'closed' && <p class="gate__aside">New accounts are closed here.</p>}
    </GateFrame>
  )
}

interface GateFrameProps {
  title: string
  lead?: string | undefined
  children: ComponentChildren
}

/** The quiet card that everything before the chat is on. */
export function GateFrame({ title, lead, children }: GateFrameProps) {
  return (
    <main class="gate">
      <div class="gate__card">
        <img class="gate__mark" src="/favicon.svg" alt="" width="44" height="44" />
        <h1 class="gate__title">{title}</h1>
        {lead !== undefined && <p class="gate__lead">{lead}</p>}
        {children}
      </div>
    </main>
  )
}

function Aside({ text, action, onClick }: { text: string; action: string; onClick: () => void }) {
  return (
    <p class="gate__aside">
      {text}{' '}
      <button type="button" class="gate__link" onClick={onClick}>
        {action}
      </button>
    </p>
  )
}
