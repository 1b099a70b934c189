import type { BenchUnitName } from '../../packages/cli/src/bench-units.ts'
import type { Bench } from '../bench.ts'
import type { Findings } from '../result/findings.ts'
import { busyRoom } from './busy-room.ts'
import { chatty } from './chatty.ts'
import { connectRamp } from './connect-ramp.ts'
import { costGrowth } from './cost-growth.ts'
import { fanOut } from './fan-out.ts'
import { historyPage } from './history-page.ts'
import { idle } from './idle.ts'
import { loginBurst } from './login-burst.ts'
import { resumeStorm } from './resume-storm.ts'
import { sends } from './sends.ts'
import { slowConsumers } from './slow-consumers.ts'
import { webClient } from './web-client.ts'

export const UNITS: Readonly<Record<BenchUnitName, (bench: Bench) => Promise<Findings>>> = {
  'fan-out': fanOut,
  'busy-room': busyRoom,
  chatty,
  'connect-ramp': connectRamp,
  idle,
  sends,
  'resume-storm': resumeStorm,
  'history-page': historyPage,
  'cost-growth': costGrowth,
  'slow-consumers': slowConsumers,
  'login-burst': loginBurst,
  'web-client': webClient,
}
