// The forms of form-js in Tasklist: found for others, and mended.

/** The form of form-js that is shown, by the component tree it is drawn from: Tasklist does not hand it out. */
export function camundaForm() {
  const root = document.querySelector('.task-card .fjs-container, .fjs-container');
  let found = null;
  const walk = (node, depth) => {
    if (!node || found || depth > 12) {
      return;
    }
    if (Array.isArray(node)) {
      node.forEach(child => walk(child, depth));
      return;
    }
    const context = node.props && node.props.value;
    if (context && typeof context.getService === 'function') {
      const form = context.getService('form', false);
      found = form && typeof form._getSubmitData === 'function' ? form : null;
    }
    walk(node.__k, depth + 1);
  };
  walk(root && root.__k, 0);
  return found;
}

/**
 * A required field that somebody passed and an answer then took away is still wrong for Tasklist, which would never let
 * the task be completed.
 */
function forgetWhatIsGone(form) {
  const shown = new Set(form.get('formFieldInstanceRegistry').getAll().map(field => field.id));
  const { errors } = form._getState();
  const left = Object.fromEntries(Object.entries(errors).filter(([field]) => shown.has(field)));
  if (Object.keys(left).length < Object.keys(errors).length) {
    form._setState({ errors: left });
  }
}

const watched = new WeakSet();

function watch(event) {
  try {
    const form = event.target.closest && event.target.closest('.task-card .fjs-container') && camundaForm();
    if (form && !watched.has(form)) {
      watched.add(form);
      // After all that changes with it: a field that is drawn anew is gone and back in one go.
      form.on('formFieldInstanceRegistry.changed', () => {
        setTimeout(() => forgetWhatIsGone(form));
      });
    }
  } catch (failed) {
    console.error(failed);
  }
}

// Not of the document: Tasklist has replaced its addEventListener, and drops this event.
window.addEventListener('focusin', watch, true);

export default [];
