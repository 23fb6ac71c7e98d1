import { parentPort } from 'node:worker_threads'
import type { SourceFile } from './brief-file.ts'
import { filePreparer } from './prepare-file.ts'

// what runs in the worker's thread: a file in, what is stored of it out
const prepare = filePreparer()
parentPort?.on('message', (file: SourceFile) => parentPort?.postMessage(prepare(file)))
parentPort?.postMessage('ready')
