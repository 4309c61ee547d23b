// Runs one race through @getodk/xforms-engine: reads the plan named on the command line, prints the figures as JSON.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

// The engine is made for browsers: it wants their objects, and its parser wants those of a bundler.
const dom = new JSDOM('<!doctype html>', { url: 'http://localhost/' });
for (const name of Object.getOwnPropertyNames(dom.window)) {
  if (!(name in globalThis)) globalThis[name] = dom.window[name];
}
for (const name of ['document', 'DOMParser', 'XMLSerializer', 'Node', 'Element', 'Document', 'Event', 'EventTarget']) {
  globalThis[name] = dom.window[name];
}
globalThis.window = globalThis;
globalThis.require = createRequire(import.meta.url);
globalThis.__filename = new URL(import.meta.url).pathname;
globalThis.__dirname = new URL('.', import.meta.url).pathname;

const { loadForm } = await import('@getodk/xforms-engine');

const seconds = (from) => (performance.now() - from) / 1000;

async function load(xml) {
  const started = performance.now();
  const result = await loadForm(xml);
  if (result.status === 'failure') throw result.error;
  const { root } = result.createInstance();
  return [root, seconds(started)];
}

function leaves(node, found) {
  const children = node.currentState.children;
  if (children == null) found.set(node.currentState.reference, node);
  else for (const child of children) leaves(child, found);
  return found;
}

function answer(deed) {
  const node = nodes.get(deed.ref);
  const started = performance.now();
  if (deed.type === 'select_one') node.selectValue(deed.value);
  else if (deed.type === 'select_multiple') node.selectValues(deed.value.split(' '));
  else if (deed.type === 'integer') node.setValue(BigInt(deed.value));
  else node.setValue(deed.value);
  void node.currentState.value;
  void node.validationState.violation;
  if (deed.then) void nodes.get(deed.then).currentState.valueOptions.length;
  const taken = seconds(started);
  if (deed.compared) states.push(state());
  return taken;
}

function state() {
  const found = {};
  for (const [ref, node] of nodes) {
    if (node.currentState.relevant) found[ref.split('/').at(-1)] = text(node.currentState.value);
  }
  return found;
}

function text(value) {
  return Array.isArray(value) ? value.join(' ') : value == null ? '' : String(value);
}

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const xml = readFileSync(plan.file, 'utf8');
const [root, first] = await load(xml);
const nodes = leaves(root, new Map());
const states = [];
const answers = plan.answers.map((deed) => answer(deed));
const hub = plan.hub.map((deed) => answer(deed));
const status = readFileSync('/proc/self/status', 'ascii');
const memory = Number(/VmHWM:\s*(\d+)/.exec(status)[1]) / 1024;
const loads = [];
// One warm load is enough of a form that needs many seconds.
for (let turn = 0; turn < (first > 5 ? 1 : plan.loads); turn++) loads.push((await load(xml))[1]);
console.log(JSON.stringify({ first, loads, answers, hub, memory, states }));
