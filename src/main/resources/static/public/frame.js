// In a frame on another site: tells that site how high the form is, so that nobody scrolls in a box.
if (window.parent !== window) {
  document.documentElement.classList.add('framed');
  addEventListener('DOMContentLoaded', function () {
    new ResizeObserver(function () {
      parent.postMessage({ conveyorHeight: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
    }).observe(document.body);
  });
}
