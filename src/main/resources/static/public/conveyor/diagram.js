// A model drawn by bpmn-js, and what is laid over it: the heat of its stations, or the way of a case.
import { colour, element, HEATS } from './figures.js';

let loading = null;

// Cockpit has a module loader that would swallow the global of bpmn-js.
function library() {
  loading = loading || new Promise((done, failed) => {
    const loader = window.define;
    window.define = undefined;
    const script = document.createElement('script');
    script.src = '/public/conveyor/bpmn-viewer.js';
    const after = settle => () => {
      window.define = loader;
      settle(window.BpmnJS);
    };
    script.addEventListener('load', after(done));
    script.addEventListener('error', after(failed));
    document.head.appendChild(script);
  });
  return loading;
}

export async function draw(place, question) {
  const answer = await fetch(`/api/conveyor/diagram?${new URLSearchParams(question)}`);
  if (!answer.ok) {
    return null;
  }
  const Viewer = await library();
  place.textContent = '';
  const viewer = new Viewer({ container: place });
  await viewer.importXML(await answer.text());
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  return viewer;
}

function figureOf(shape, stations, models, heat) {
  const { $type: type, id, calledElement: called } = shape.businessObject;
  if (type === 'bpmn:CallActivity') {
    const model = models.find(one => one.process === called);
    return model ? heat.ofModel(model) : null;
  }
  const station = stations.find(one => one.station === id);
  return station ? heat.of(station) : null;
}

// Lays the heat over a model; without a kind it takes the heat away.
export function paint(viewer, process, overview, kind) {
  const overlays = viewer.get('overlays');
  overlays.remove({ type: 'conveyor-heat' });
  const heat = HEATS[kind];
  if (!heat) {
    return;
  }
  const stations = overview.stages.flatMap(stage => stage.stations).filter(station => station.process === process);
  const shapes = viewer.get('elementRegistry').filter(one =>
    ['bpmn:UserTask', 'bpmn:CallActivity'].includes(one.businessObject.$type) && one.width && !one.labelTarget);
  const figures = shapes.map(shape => [shape, figureOf(shape, stations, overview.models, heat)]).filter(([, figure]) => figure !== null && figure !== undefined);
  const largest = Math.max(0, ...figures.map(([, figure]) => figure));
  figures.forEach(([shape, figure]) => {
    const html = element('div', '', null, { className: 'cv-heat' });
    Object.assign(html.style, { width: `${shape.width}px`, height: `${shape.height}px` });
    element('i', '', html).style.background = colour(figure, largest);
    element('b', heat.write(figure), html);
    overlays.add(shape.id, 'conveyor-heat', { position: { top: 0, left: 0 }, html });
  });
}

// Marks the way that a case took, with the number of times where it was more than one.
export function trace(viewer, part) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  Object.entries(part.steps).filter(([id]) => registry.get(id)).forEach(([id, times]) => {
    canvas.addMarker(id, part.open.includes(id) ? 'cv-open' : 'cv-passed');
    if (times > 1) {
      const html = element('div', `${times}×`, null, { className: 'cv-times' });
      viewer.get('overlays').add(id, 'conveyor-way', { position: { top: -12, right: 12 }, html });
    }
  });
  part.flows.filter(id => registry.get(id)).forEach(id => canvas.addMarker(id, 'cv-passed'));
}
