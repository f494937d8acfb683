// Starts the studio's runtime without its just-in-time compiler: with it, the garbage collector met broken memory while a page was loading,
// and a page was there later, not sooner.
Blazor.start({
  configureRuntime: runtime => runtime.withRuntimeOptions([
    '--no-jiterpreter-traces-enabled', '--no-jiterpreter-interp-entry-enabled', '--no-jiterpreter-jit-call-enabled',
  ]),
});
