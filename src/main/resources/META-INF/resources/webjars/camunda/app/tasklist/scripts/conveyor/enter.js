// Enter in a field of a form would complete the task and lose what was typed last (camunda/camunda#35032).
document.addEventListener(
  'keydown',
  event => {
    const field = event.target;
    if (event.key === 'Enter' && field.tagName === 'INPUT' && field.closest('.fjs-form')) {
      event.preventDefault();
    }
  },
  true
);

export default [];
