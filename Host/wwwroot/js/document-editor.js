// Line numbers, a click that inserts a field, and Tab as a key of the text. Without it the text fields work as they are.
(function () {
  'use strict';
  var last = null;
  document.querySelectorAll('.codearea').forEach(function (area) {
    var text = area.querySelector('textarea');
    var gutter = area.querySelector('.gutter');
    var wrong = (text.dataset.wrong || '').split(' ');
    function number() {
      var lines = text.value.split('\n').length;
      while (gutter.children.length < lines) {
        var line = document.createElement('li');
        if (wrong.indexOf(String(gutter.children.length + 1)) >= 0) { line.className = 'wrong'; }
        gutter.appendChild(line);
      }
      while (gutter.children.length > lines) { gutter.removeChild(gutter.lastChild); }
      gutter.scrollTop = text.scrollTop;
    }
    text.addEventListener('input', number);
    text.addEventListener('scroll', function () { gutter.scrollTop = text.scrollTop; });
    text.addEventListener('focus', function () { last = text; });
    last = last || text;
    number();
  });
  document.querySelectorAll('[data-insert]').forEach(function (button) {
    button.addEventListener('click', function () {
      if (!last) { return; }
      var field = button.dataset.insert;
      var piece = field.slice(-2) === '[]' ? '{% for one in ' + field.slice(0, -2) + ' %}{{ one }}{% endfor %}' : '{{ ' + field + ' }}';
      last.setRangeText(piece, last.selectionStart, last.selectionEnd, 'end');
      last.dispatchEvent(new Event('input', { bubbles: true }));
      last.focus();
    });
  });
})();
