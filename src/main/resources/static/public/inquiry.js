// Puts the inquiry form where this script stands:
// <script src="https://sales.example.com/public/inquiry.js" data-campaign="contact page" async></script>
(function () {
  var script = document.currentScript;
  var form = new URL('inquiry', script.src);
  ['source', 'medium', 'campaign'].forEach(function (part) {
    var value = new URLSearchParams(location.search).get('utm_' + part) || script.dataset[part];
    if (value) {
      form.searchParams.set('utm_' + part, value);
    }
  });
  var frame = document.createElement('iframe');
  frame.src = form.href;
  frame.title = script.dataset.title || 'Inquiry';
  frame.style.cssText = 'width:100%;height:52rem;border:0';
  script.after(frame);
  addEventListener('message', function (event) {
    if (event.source === frame.contentWindow && event.origin === form.origin && event.data.conveyorHeight > 0) {
      frame.style.height = event.data.conveyorHeight + 'px';
    }
  });
})();
