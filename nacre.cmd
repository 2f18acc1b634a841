@echo off
rem Runs Nacre's command line: nacre COMMAND [ARGUMENT]..., nacre --help lists the commands.
rem
rem What it runs is the one jar of module cli, cli\target\nacre.jar, which it builds with Maven
rem when the jar is missing; after a change of the sources delete the jar.
rem
rem Needs Java 17 or later (JAVA_HOME, else java on the PATH), and Maven for the build.
rem JDK_JAVA_OPTIONS adds options for the JVM. The exit code is the command's own; 3 says that
rem Java or Maven is missing or too old, or that the build failed.
setlocal

set "root=%~dp0"
set "jar=%root%cli\target\nacre.jar"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"

set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2>&1" ^| findstr /c:" version "') do set "version=%%~v"
if not defined version (
  echo nacre: Java not found: install JDK 17 or later and set JAVA_HOME to it>&2
  exit /b 3
)
for /f "delims=.-+_" %%f in ("%version%") do set "feature=%%f"
if %feature% lss 17 (
  echo nacre: Java 17 or later is needed, "%java%" is Java %version%: install JDK 17 or later and set JAVA_HOME to it>&2
  exit /b 3
)

if exist "%jar%" goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo nacre: "%jar%" is not built and Maven is not found: install Maven 3.8 or later>&2
  exit /b 3
)
echo nacre: building cli\target\nacre.jar: a minute or two, the first time with downloads>&2
pushd "%root%"
call mvn -B -q -Dquickly -DskipTests package -pl cli -am >&2 <nul
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  echo nacre: the build failed; its messages are above>&2
  exit /b 3
)

:run
"%java%" -Xshare:auto -XX:+UseSerialGC -jar "%jar%" %*
exit /b %errorlevel%
