@echo off
rem Builds the command line on first use, then runs it. "bench" goes to the benchmarks jar.
setlocal
set "HOME_DIR=%~dp0"
set "MODULE=pinn-cli"
set "JAR=%HOME_DIR%pinn-cli\target\pinn.jar"
set "ARGS=%*"
if "%~1"=="bench" (
    set "MODULE=benchmarks"
    set "JAR=%HOME_DIR%benchmarks\target\benchmarks.jar"
    call set "ARGS=%%ARGS:*bench=%%"
)
where java >nul 2>nul || (echo pinn: no java found; install a JDK 17 or newer 1>&2 & exit /b 1)
if not exist "%JAR%" (
    where mvn >nul 2>nul || (echo pinn: no mvn found, which the first build needs; install Maven 3.8.7 or newer 1>&2 & exit /b 1)
    echo pinn: building %MODULE% 1>&2
    call mvn -q -B -ntp -f "%HOME_DIR%pom.xml" -pl %MODULE% -am package -DskipTests -Dspotless.check.skip=true -Denforcer.skip=true 1>&2 || exit /b 1
)
if not defined OPENBLAS_NUM_THREADS set OPENBLAS_NUM_THREADS=1
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1
java -XX:+UseParallelGC -XX:-UsePerfData -Djava.awt.headless=true -jar "%JAR%" %ARGS%
exit /b %ERRORLEVEL%
