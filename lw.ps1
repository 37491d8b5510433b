# Latent Walk on Windows (and anywhere PowerShell runs): builds once against the NuGet packages, then runs a verb.
#   .\lw.ps1            lists the verbs          .\lw.ps1 VERB --help   explains one
# If PowerShell refuses to run scripts:  powershell -ExecutionPolicy Bypass -File .\lw.ps1 demo
# Not 'Stop': Windows PowerShell 5 would then take every redirected line of a program's stderr for an error.
# Exit codes are checked by hand.
$ErrorActionPreference = 'Continue'

$root = $PSScriptRoot
$state = Join-Path $root '.lw'
$configuration = 'Release'
if (-not $env:OPENBLAS_NUM_THREADS) { $env:OPENBLAS_NUM_THREADS = '1' }
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

function Say([string] $text) { [Console]::Error.WriteLine($text) }
function Die([int] $code, [string] $text) { Say "lw: $text"; exit $code }

$usage = @'
usage: .\lw.ps1 VERB [OPTIONS]        .\lw.ps1 VERB --help explains one verb

  demo                  walk through a generator at once; beside it, train one on painted faces for two minutes
  test                  build, run every test; ends with 'N passed, N failed'

  paint DIR             write the built-in labelled faces or mecha
  collect URL DIR       gather the pictures of a site's pages, politely
  prepare DIR -o SET    make a set of a mess of pictures: check, crop, filter, pack, report
  train                 train a GAN on a folder, zip or set of pictures
  report RUN            say what a run has come to: a verdict and one page to look at
  export RUN -o G.onnx  turn a run or checkpoint into a generator file
  serve DIR             serve a page that 'export --web' wrote to this machine's browsers
  adopt FILE -o G.onnx  let somebody else's generator say what it is, and give it directions
  inspect FILE          say what a run, checkpoint, generator, picture, set or folder is
  render G.onnx         write pictures, sheets, sprites and films without a window
  eval G.onnx           measure generated pictures against real ones
  view [G.onnx]         walk the latent space in a window
  bench train|loader|prepare|infer|viewer|png|export
                        measure this machine
  doctor [DIR]          say what this machine has, or what a folder of pictures is like
'@

function Test-Sdk {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        Die 6 'the .NET 10 SDK is missing (https://dotnet.microsoft.com/download/dotnet/10.0)'
    }
    Push-Location $root
    try { dotnet --version *> $null; $found = $LASTEXITCODE -eq 0 } finally { Pop-Location }
    if (-not $found) { Die 6 'the .NET 10 SDK is missing (https://dotnet.microsoft.com/download/dotnet/10.0)' }
}

function Test-Stale([string] $stamp, [string[]] $folders) {
    if (-not (Test-Path $stamp)) { return $true }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $sources = @($folders | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -File }) +
               @(Get-ChildItem $root -File | Where-Object { $_.Name -like 'Directory.*' -or $_.Name -eq 'global.json' })
    foreach ($source in $sources) {
        if ($source.FullName -notmatch '[\\/](bin|obj|artifacts|node_modules)[\\/]' -and $source.LastWriteTimeUtc -gt $built) { return $true }
    }
    return $false
}

function Build([string] $name, [string] $solution, [string[]] $folders) {
    $stamp = Join-Path $state $name
    if (-not (Test-Stale $stamp $folders)) { return }
    Test-Sdk
    New-Item -ItemType Directory -Force $state | Out-Null
    Set-Content (Join-Path $state 'libraries') 'nuget'
    Say 'lw: building (the first time also downloads the libraries, which takes a while)'
    $begun = [DateTime]::UtcNow
    $log = Join-Path $state 'build.log'
    dotnet build (Join-Path $root $solution) -c $configuration -v quiet *> $log
    if ($LASTEXITCODE -ne 0) {
        Get-Content $log | Select-String 'error' | Select-Object -Unique -First 20 | ForEach-Object { Say $_.Line }
        Die 1 'the build failed; the whole log is in .lw\build.log'
    }
    Set-Content $stamp ''
    (Get-Item $stamp).LastWriteTimeUtc = $begun
}

$programs = @('shared', 'Trainer', 'Exporter', 'Viewer')
function Build-Programs { Build 'built-programs' 'shared/Programs.slnf' $programs }
function Program([string] $name) { Join-Path $root "$name/bin/$configuration/net10.0/LatentWalk.$name.dll" }

function Run([string] $name, [string[]] $arguments) {
    Build-Programs
    dotnet (Program $name) @arguments
    exit $LASTEXITCODE
}

function Step([string] $name, [string[]] $arguments) {
    dotnet (Program $name) @arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

# A program that runs beside this script; what it says goes to a log. -ArgumentList joins with spaces, hence the quotes.
function Start-Beside([string] $name, [string[]] $arguments, [string] $log) {
    $quoted = @((Program $name)) + $arguments | ForEach-Object { '"' + $_ + '"' }
    $options = @{ FilePath = 'dotnet'; ArgumentList = $quoted; NoNewWindow = $true; PassThru = $true }
    if ($log) { $options.RedirectStandardOutput = "$log.out"; $options.RedirectStandardError = $log }
    $process = Start-Process @options
    $null = $process.Handle    # or its exit code is lost in Windows PowerShell 5
    return $process
}

# Walks through a generator at once, and beside it trains another on painted faces.
function Demo([string[]] $arguments) {
    $options = @{ '--steps' = '800'; '--pictures' = '2000'; '--run' = (Join-Path $root 'runs/demo') }
    for ($i = 0; $i -lt $arguments.Count; $i += 2) {
        if (-not $options.ContainsKey($arguments[$i])) { Die 2 "demo has no option '$($arguments[$i])'; there are --steps N, --pictures N and --run DIR" }
        if ($i + 1 -ge $arguments.Count) { Die 2 "demo: '$($arguments[$i])' needs a value; there are --steps N, --pictures N and --run DIR" }
        $options[$arguments[$i]] = $arguments[$i + 1]
    }
    $run = $options['--run']
    Build-Programs
    New-Item -ItemType Directory -Force $run | Out-Null
    $log = Join-Path $run 'training.log'
    $model = Join-Path $root 'models/faces-64.onnx'
    if (-not (Test-Path $model)) {
        $model = Get-ChildItem (Join-Path $root 'models') -Filter '*.onnx' -ErrorAction SilentlyContinue | Sort-Object Name | Select-Object -First 1 -ExpandProperty FullName
    }
    $viewer = $null
    if ($model) {
        Say "lw: walking through $(Split-Path -Leaf $model), while a generator of your own learns from painted faces"
        Say "lw: to watch it, drop the folder $run/training on the window; what it says goes to $log"
        $viewer = Start-Beside 'Viewer' @('view', $model) ''
    }
    Say "lw: painting $($options['--pictures']) faces"
    Step 'Trainer' @('paint', "$run/faces", '--count', $options['--pictures'], '--size', '64', '--seed', '1')
    Say 'lw: training for about two minutes'
    $train = @('train', '--data', "$run/faces", '--preset', 'modern-64', '--run', "$run/training",
               '--generatorOptimizer.learningRate', '2e-4', '--discriminatorOptimizer.learningRate', '2e-4', '--penalty.gamma', '0.5', '--steps', $options['--steps'])
    if (Test-Path "$run/training/checkpoints") { $train += '--resume' }
    if (-not $viewer) {
        Step 'Trainer' $train
        Step 'Exporter' @('export', "$run/training", '-o', "$run/faces.onnx")
        Run 'Viewer' @('view', "$run/faces.onnx")
    }
    $trainer = Start-Beside 'Trainer' $train $log
    try { $trainer.PriorityClass = 'BelowNormal' } catch { }    # it may have ended already
    $viewer.WaitForExit()
    # Ended from outside it keeps its last commit, which is all that is asked of it here.
    if (-not $trainer.HasExited) { Stop-Process -Id $trainer.Id -ErrorAction SilentlyContinue; $trainer.WaitForExit() }
    if (Test-Path "$run/training/checkpoints/*.safetensors") {
        Step 'Exporter' @('export', "$run/training", '-o', "$run/faces.onnx")
        Say "lw: what your own has learned so far: .\lw.ps1 view $run/faces.onnx (.\lw.ps1 demo goes on with it)"
    }
    exit $viewer.ExitCode
}

# A page needs ONNX Runtime Web, which is fetched when the first one is made.
function Export-Generator([string[]] $arguments) {
    $page = @($arguments | Where-Object { $_ -eq '--web' -or $_ -like '--web=*' })
    $given = @($arguments | Where-Object { $_ -eq '--runtime' -or $_ -like '--runtime=*' })
    if ($page.Count -and -not $given.Count) {
        Get-WebRuntime
        $arguments += @('--runtime', (Join-Path $state 'onnxruntime-web'))
    }
    Run 'Exporter' $arguments
}

# As Exporter/Web/fetch.sh does, which says what and which version.
function Get-WebRuntime {
    $target = Join-Path $state 'onnxruntime-web'
    $script = Get-Content (Join-Path $root 'Exporter/Web/fetch.sh') -Raw
    $version = [regex]::Match($script, '(?m)^version=(\S+)').Groups[1].Value
    $integrity = [regex]::Match($script, '(?m)^integrity=(\S+)').Groups[1].Value
    $marker = Join-Path $target ".fetched-$version"
    if (Test-Path $marker) { return }
    if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
        Die 6 'npm is not installed (https://nodejs.org); install it and start again, or give --runtime DIR (lw export --help)'
    }
    Say "lw: fetching onnxruntime-web $version (25 MB, once)"
    $work = Join-Path $state 'onnxruntime-web.new'
    if (Test-Path $work) { Remove-Item $work -Recurse -Force }
    New-Item -ItemType Directory -Force $work | Out-Null
    $archive = "onnxruntime-web-$version.tgz"
    Push-Location $work
    try {
        npm pack --silent "onnxruntime-web@$version" *> pack.log
        if ($LASTEXITCODE -ne 0 -or -not (Test-Path $archive)) { Die 6 "npm could not download onnxruntime-web $version; see .lw\onnxruntime-web.new\pack.log" }
        $expected = [BitConverter]::ToString([Convert]::FromBase64String($integrity)).Replace('-', '')
        $actual = (Get-FileHash $archive -Algorithm SHA512).Hash
        if ($actual -ne $expected) { Die 6 "$archive has SHA-512 $actual, expected ${expected}: the download is damaged or not the published one" }
        tar -xzf $archive
        if ($LASTEXITCODE -ne 0) { Die 6 "$archive could not be unpacked (is the disk full?)" }
    } finally { Pop-Location }
    if (Test-Path $target) { Remove-Item $target -Recurse -Force }
    Move-Item (Join-Path $work 'package') $target
    Set-Content $marker ''
    Remove-Item $work -Recurse -Force
}

function Test-All([string[]] $arguments) {
    Build 'built-tests' 'Viewer.sln' ($programs + 'tests')
    $log = Join-Path $state 'test.log'
    Push-Location $root
    try { dotnet test Viewer.sln -c $configuration --no-build -m:1 @arguments 2>&1 | Tee-Object $log; $code = $LASTEXITCODE } finally { Pop-Location }
    $passed = 0; $failed = 0; $skipped = 0
    foreach ($line in Select-String -Path $log -Pattern '(Passed|Failed|Skipped)! +- Failed: +(\d+), Passed: +(\d+), Skipped: +(\d+)') {
        $failed += [int] $line.Matches[0].Groups[2].Value
        $passed += [int] $line.Matches[0].Groups[3].Value
        $skipped += [int] $line.Matches[0].Groups[4].Value
    }
    if ($skipped) { "$passed passed, $failed failed, $skipped skipped" } else { "$passed passed, $failed failed" }
    exit $code
}

$verb = if ($args.Count) { [string] $args[0] } else { '' }
$rest = [string[]] @($args | Select-Object -Skip 1)
switch -CaseSensitive ($verb) {
    { $_ -in '', '-h', '--help', 'help' } { $usage; exit 0 }
    'demo' { Demo $rest }
    'test' { Test-All $rest }
    { $_ -in 'paint', 'collect', 'prepare', 'train', 'report' } { Run 'Trainer' $args }
    'export' { Export-Generator $args }
    { $_ -in 'adopt', 'eval', 'inspect', 'render', 'serve' } { Run 'Exporter' $args }
    'view' { Run 'Viewer' $args }
    'bench' {
        switch ($rest | Select-Object -First 1) {
            { $_ -in 'train', 'loader', 'prepare' } { Run 'Trainer' $args }
            { $_ -in 'png', 'export' } { Run 'Exporter' $args }
            { $_ -in 'infer', 'viewer' } { Run 'Viewer' $args }
            '--viewer' { Run 'Viewer' (@('bench', 'viewer') + @($args | Select-Object -Skip 2)) }
            default { Die 2 'bench what? One of: train loader prepare infer viewer png export' }
        }
    }
    'doctor' {
        Build-Programs
        # Options alone are about the machine; anything else names pictures, which the trainer looks at.
        if (-not ($rest | Where-Object { $_ -notlike '-*' })) { dotnet (Program 'Viewer') @args }
        Run 'Trainer' $args
    }
    default { Say $usage; Die 2 "there is no verb '$verb'" }
}
