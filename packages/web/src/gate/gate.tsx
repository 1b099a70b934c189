import { useSignal } from '@preact/signals'
import type { Entrance, Stage } from '../app/entrance.ts'
import type { Router } from '../app/router.ts'
import { GateFrame } from './gate-frame.tsx'
import { SignIn } from './sign-in.tsx'
import { SignUp } from './sign-up.tsx'
import { say } from '../words/say.ts'
import { Say } from '../words/say-text.tsx'
import { serverWords } from '../words/server-words.ts'

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
  const joinTitle = say('gate.joinTitle', { place: place.name })
  const signUp: Entrance['signUp'] = (input, placeName) => enter(entrance.signUp(input, placeName))

  if (place.empty) {
    return (
      <GateFrame title={say('gate.firstTitle')} lead={say('gate.firstLead')}>
        <SignUp signUp={signUp} placeName={place.name} action={say('gate.createOwner')} />
      </GateFrame>
    )
  }
  if (route.at === 'invite') {
    return (
      <GateFrame title={joinTitle} lead={say('gate.invitedLead')}>
        <SignUp signUp={signUp} invite={route.code} action={say('gate.join')} />
        <Aside id="gate.haveAccount" action={say('gate.signIn')} onClick={() => router.replace({ at: 'home' })} />
      </GateFrame>
    )
  }
  if (isNew.value && place.signup === 'open') {
    return (
      <GateFrame title={joinTitle}>
        <SignUp signUp={signUp} action={say('gate.createAccount')} />
        <Aside id="gate.haveAccount" action={say('gate.signIn')} onClick={() => (isNew.value = false)} />
      </GateFrame>
    )
  }
  return (
    <GateFrame
      title={say('gate.signInTitle', { place: place.name })}
      lead={why && serverWords(why, 'app.stopped.signIn')}
    >
      <SignIn signIn={(input) => enter(entrance.signIn(input))} />
      {place.signup === 'open' && (
        <Aside id="gate.newHere" action={say('gate.signUpInstead')} onClick={() => (isNew.value = true)} />
      )}
      {place.signup === 'invite' && <p class="gate__aside">{say('gate.inviteNeeded')}</p>}
      {place.signup === 'closed' && <p class="gate__aside">{say('gate.closed')}</p>}
    </GateFrame>
  )
}

interface AsideProps {
  id: 'gate.haveAccount' | 'gate.newHere'
  action: string
  onClick: () => void
}

function Aside({ id, action, onClick }: AsideProps) {
  const button = (
    <button type="button" class="gate__link" onClick={onClick}>
      {action}
    </button>
  )
  return (
    <p class="gate__aside">
      <Say id={id} action={button} />
    </p>
  )
}
