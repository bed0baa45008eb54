// A line on each card of the list: which company it is about, and the number of its case.
const seen = new Map();

function caseOf(taskId) {
  if (!seen.has(taskId)) {
    seen.set(
      taskId,
      fetch(`/api/tasks/${taskId}/case`, { headers: { Accept: 'application/json' } })
        .then(answer => (answer.ok ? answer.json() : null))
        .catch(() => null)
    );
  }
  return seen.get(taskId);
}

export default [
  {
    id: 'conveyor-card',
    pluginPoint: 'tasklist.card',
    priority: 10,
    render: async (node, { taskId }) => {
      const found = await caseOf(taskId);
      if (found && found.company) {
        const line = document.createElement('div');
        line.className = 'conveyor-card';
        line.textContent = `${found.company} · ${found.number}`;
        node.appendChild(line);
      }
    }
  }
];
