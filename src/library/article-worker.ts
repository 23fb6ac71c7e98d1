import { parentPort } from 'node:worker_threads'
import { briefFile, type SourceFile } from './brief-file.ts'

// what runs in the worker's thread: a file in, its briefing out
parentPort?.on('message', (file: SourceFile) => parentPort?.postMessage(briefFile(file)))
parentPort?.postMessage('ready')
