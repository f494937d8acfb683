// The form-js editor over the schema in the page's text field; without it the field itself is edited.
(function () {
  'use strict';
  var form = document.getElementById('form-editor');
  var place = document.getElementById('form-js');
  var field = document.getElementById('schema');
  if (!form || !place || !window.FormEditor) { return; }
  var allowed = place.dataset.types.split(' ');
  var schema;
  try { schema = JSON.parse(field.value); } catch { return; }

  // Only what the portal draws can be added; what a schema already holds stays visible.
  function Trim(formFields) {
    Object.keys(formFields._formFields).forEach(function (type) {
      if (allowed.indexOf(type) < 0 && type !== 'default') { delete formFields._formFields[type]; }
    });
  }
  Trim.$inject = ['formFields'];

  var changed = false, sending = false, typed = false;
  window.FormEditor.createFormEditor({
    container: place, schema: schema,
    additionalModules: [{ __init__: ['panaTypes'], panaTypes: ['type', Trim] }]
  }).then(function (editor) {
    place.dataset.ready = 'true';
    window.panaFormEditor = editor;
    editor.on('changed', function () { changed = true; });
    field.addEventListener('input', function () { typed = true; });
    form.addEventListener('submit', function () {
      sending = true;
      // What was typed into the source by hand wins over the drawing.
      if (changed && !typed) { field.value = JSON.stringify(editor.saveSchema()); }
    });
  });
  form.addEventListener('input', function () { changed = changed || false; form.dataset.typed = 'true'; });
  window.addEventListener('beforeunload', function (event) {
    if (!sending && (changed || form.dataset.typed)) { event.preventDefault(); }
  });
})();
