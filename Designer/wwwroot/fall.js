// The studio's runtime may fall: an assertion of its garbage collector, memory that ran out. What is drawn then stays and no longer answers.
// Where nothing can be lost, a list, a run, a page that is still loading, the page opens itself again; the editor says that it must be opened.
(() => {
  const patience = 10 * 60 * 1000;
  const tries = 2;
  let fallen = false;

  function fall() {
    if (fallen) return;
    fallen = true;
    const key = 'pana-fallen ' + location.pathname;
    const before = JSON.parse(sessionStorage.getItem(key) || '[]').filter(moment => Date.now() - moment < patience);
    const editing = document.body.dataset.key === 'definition-id' && document.body.dataset.ready === 'true';
    if (editing || before.length >= tries) {
      document.getElementById('pd-loading')?.remove();
      document.getElementById('blazor-error-ui').style.display = 'flex';
      return;
    }
    sessionStorage.setItem(key, JSON.stringify([...before, Date.now()]));
    location.reload();
  }

  const tells = reason => /^\[MONO\] \* Assertion|\.NET runtime already exited|^RuntimeError: /.test(String(reason));
  window.addEventListener('error', event => { if (tells(event.error ?? event.message)) fall(); });
  window.addEventListener('unhandledrejection', event => { if (tells(event.reason)) fall(); });
  const error = console.error.bind(console);
  console.error = (...words) => {
    error(...words);
    if (words.some(tells)) fall();
  };
})();
