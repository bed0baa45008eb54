// The page "Conveyor" in Cockpit: the same as that of the heads of sales, and the failed steps besides.
import { show } from '/public/conveyor/board.js';
import { say } from '/public/conveyor/words.js';

let close = () => {};

export default [
  {
    id: 'conveyor-navigation',
    pluginPoint: 'cockpit.navigation',
    priority: 100,
    properties: { path: '/conveyor' },
    render: node => {
      node.appendChild(Object.assign(document.createElement('a'), { href: '#/conveyor', textContent: say('Conveyor') }));
    }
  },
  {
    id: 'conveyor-route',
    pluginPoint: 'cockpit.route',
    priority: 100,
    properties: { path: '/conveyor' },
    render: (node, { api }) => {
      const place = document.createElement('div');
      place.style.cssText = 'padding: .6rem 1rem 3rem; overflow: auto; height: 100%;';
      node.appendChild(place);
      close = show(place, { token: api.CSRFToken, repairs: true });
    },
    unmount: () => close()
  }
];
