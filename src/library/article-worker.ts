import { parentPort } from 'node:worker_threads'
import type { SourceFile } from './brief-file.ts'
import { filePreparer } from './prepare-file.ts'

const prepare = filePreparer()
parentPort?.on('message', (file: SourceFile) => parentPort?.postMessage(prepare(file)))
parentPort?.postMessage('ready')
