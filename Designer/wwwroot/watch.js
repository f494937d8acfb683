// Runs before Blazor: every call of the studio passes here, because the studio itself shows no failed save but a 400.
(() => {
  const banner = document.getElementById('pd-banner');
  const words = banner.querySelector('span');
  const api = new URL(document.body.dataset.api, location.href).href;
  // Beside the API lies the address for live changes.
  const hubs = api.slice(0, api.lastIndexOf('/')) + '/hubs/';
  const send = window.fetch.bind(window);
  const waiting = [];
  let shown = null;

  function show(kind, text) {
    shown = kind;
    words.textContent = text || banner.dataset[kind];
    for (const part of banner.querySelectorAll('[data-for]')) {
      const wanted = part.dataset.for;
      part.hidden = !(wanted === kind || (wanted === 'stale' && (kind === 'conflict' || kind === 'unwatched')) || (wanted === 'dismiss' && kind !== 'session'));
    }
    banner.hidden = false;
  }

  function hide(...kinds) {
    if (kinds.length === 0 || kinds.includes(shown)) {
      shown = null;
      banner.hidden = true;
    }
  }

  // A request that met the end of the session waits here and is sent again after sign-in; nothing typed is lost,
  // even when the studio has given up waiting for the answer.
  function hold(again) {
    show('session');
    return new Promise((resolve, reject) => waiting.push(() => again().then(resolve, reject)));
  }

  async function goOn() {
    if (waiting.length === 0) return;
    const probe = await send(api + '/features/installed', { headers: { accept: 'application/json' } }).catch(() => null);
    if (!probe || probe.status === 401) return;
    hide('session');
    for (const next of waiting.splice(0)) next();
  }

  // The studio falls over a refusal to take something away. The page says why; told that there was nothing to take, the studio reads its list anew.
  async function refuseToTake(request, answer) {
    const problem = await answer.json().catch(() => null);
    show('refused', problem?.errors?.any?.[0] || problem?.title || banner.dataset.failed);
    return request.method === 'DELETE' ? new Response(null, { status: 204 })
      : new Response('{"deleted":0}', { status: 200, headers: { 'content-type': 'application/json' } });
  }

  async function judge(request, again, isSave, publishes) {
    let answer;
    try {
      answer = await again();
    } catch (error) {
      if (error.name !== 'AbortError') show('offline');
      throw error;
    }
    if (answer.status === 401) return hold(() => judge(request, again, isSave, publishes));
    if (answer.status === 400 && (request.method === 'DELETE' || request.url.includes('/bulk-actions/delete/'))) return refuseToTake(request, answer);
    if (answer.status === 403) show('forbidden');
    else if (answer.status === 409) show('conflict');
    else if (answer.status >= 500) show(isSave ? 'failedSave' : 'failed');
    else if (answer.status === 400 && isSave) {
      const problem = await answer.clone().json().catch(() => null);
      if (problem?.code === 'stale') show('stale', problem.errors?.any?.[0]);
      // The studio shows at most five at a time and takes them away by itself; here they stay until they are mended, and it says only that there are some.
      else if (problem?.code === 'defects') {
        show('defects', [banner.dataset.defects, ...problem.errors.any.map(text => '• ' + text)].join('\n'));
        return new Response(JSON.stringify({ ...problem, errors: { any: [banner.dataset.defects] } }), { status: 400, headers: { 'content-type': 'application/json' } });
      }
    } else if (answer.ok && answer.headers.get('x-elsa-workflow-cannot-start') === 'true') {
      const problem = await answer.clone().json().catch(() => null);
      if (problem?.title) show('failed', problem.title);
    } else if (answer.ok) hide(...(isSave ? ['failedSave', 'failed', 'offline', 'stale', ...(publishes ? ['defects'] : [])] : ['failed', 'offline']));
    return answer;
  }

  // The filter of runs by process offers the processes that are known when the first rows come, and stays empty otherwise:
  // so the rows wait for the processes, and the studio gets a moment to read them.
  const patience = ms => new Promise(over => setTimeout(over, ms));
  let processesCame;
  const processes = new Promise(came => { processesCame = came; });
  const orderOfRuns = location.pathname.endsWith('/workflows/instances') ? async (request, answering) => {
    const ofProcesses = request.url.endsWith('versionOptions=LatestOrPublished');
    const ofRows = request.url === api + '/workflow-instances';
    try {
      return await answering;
    } finally {
      if (ofProcesses) patience(200).then(processesCame);
      if (ofRows) await Promise.race([processes, patience(5000)]);
    }
  } : (request, answering) => answering;

  // The studio bears one refusal of live changes only, "not found": then it asks every five seconds.
  async function negotiate(again) {
    const answer = await again().catch(() => null);
    if (answer?.status === 401) return hold(() => negotiate(again));
    return answer?.ok ? answer : new Response(null, { status: 404 });
  }

  // It does not connect anew either. The page is only read, so it may be opened again when the server answers.
  window.WebSocket = class extends window.WebSocket {
    constructor(address, protocols) {
      super(address, protocols);
      if (String(address).includes('/elsa/hubs/')) {
        this.addEventListener('close', event => { if (!event.wasClean && !leaving) show('unwatched'); });
      }
    }
  };
  let leaving = false;
  window.addEventListener('pagehide', () => { leaving = true; });

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.startsWith(hubs)) return negotiate(() => send(input, init));
    if (!request.url.startsWith(api)) return send(input, init);
    const isSave = request.method !== 'GET' && /\/workflow-definitions(\/|$|\?)/.test(request.url);
    if (!isSave) return orderOfRuns(request, judge(request, () => send(input, init), false));
    // The body is kept, so that it can be sent again without the signal of a caller that no longer waits.
    const body = await request.clone().blob();
    const headers = new Headers(request.headers);
    const first = () => send(input, init);
    const later = () => send(request.url, { method: request.method, headers, body: body.size ? body : undefined, credentials: 'same-origin' });
    let attempt = first;
    return judge(request, () => { const now = attempt; attempt = later; return now(); }, true, /\/publish/.test(request.url) || (await body.text()).includes('"publish":true'));
  };

  document.getElementById('pd-retry').addEventListener('click', goOn);
  document.getElementById('pd-dismiss').addEventListener('click', () => hide());
  window.addEventListener('focus', goOn);
  new BroadcastChannel('pana-sign-in').addEventListener('message', goOn);
  window.addEventListener('beforeunload', event => { if (waiting.length > 0) event.preventDefault(); });
})();
