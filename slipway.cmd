@echo off
rem The command slipway, from a checkout: compiles where something has changed since, and starts it. Untested on Windows.
node "%~dp0src\build\compile-if-stale.mjs" || exit /b 3
java "@%~dp0target\slipway-cli.args" %*
