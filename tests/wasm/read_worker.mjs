// A reader worker of the tests: a line in, a reading out; null once ready.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from '../../web/engine/loader.js';

const engine = await Engine.start(workerData.module, readFileSync(workerData.modelPath));
parentPort.on('message', (line) => parentPort.postMessage(engine.text({ op: 'read' }, line)));
parentPort.postMessage(null);
