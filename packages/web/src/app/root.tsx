import type { App } from './app-context.ts'
import { AppContext } from './app-context.ts'
import type { Entrance, Stage } from './entrance.ts'
import type { Router } from './router.ts'
import { sentenceOf } from './sentence-of.ts'
import { Shell } from './shell.tsx'
import { GateFrame } from '../gate/gate-frame.tsx'
import { Gate } from '../gate/gate.tsx'
import { Button } from '../parts/button.tsx'
import { say } from '../words/say.ts'

interface RootProps {
  entrance: Entrance
  router: Router
  /** The page around a signed-in connection; the same one for the same stage. */
  appOf: (stage: Extract<Stage, { at: 'inside' }>) => App
}

/** The page: the door, or what is behind it. */
export function Root({ entrance, router, appOf }: RootProps) {
  const stage = entrance.stage.value
  switch (stage.at) {
    case 'starting':
      return null
    case 'unreachable':
      return (
        <GateFrame title="Natter" lead={sentenceOf(stage.error)}>
          <Button look="main" onClick={() => void entrance.start()}>
            {say('app.tryAgain')}
          </Button>
        </GateFrame>
      )
    case 'outside':
      return <Gate stage={stage} entrance={entrance} router={router} />
    case 'inside':
      return (
        <AppContext.Provider value={appOf(stage)}>
          <Shell />
        </AppContext.Provider>
      )
  }
}
