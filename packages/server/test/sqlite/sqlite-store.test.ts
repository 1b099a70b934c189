import { storeContract } from '../store-contract.ts'
import { openInFolder } from './open-in-folder.ts'

storeContract('the SQLite store', openInFolder)
