# Sourced by the scripts of bin/ with ROOT set: brings what a machine lacks, and nothing that is there already.
# What it says goes to the standard error, so that the output of a command stays its own.

MACHINE_PATH=$PATH
TOOLS=$ROOT/.tools
OLDEST_NODE=22.18
FETCHED_NODE=24

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# Prints the comment at the head of a script: what its --help says.
print_help() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"; }

# What a program of bench/ or test/soak/ says of itself: the comment above its work.
print_program_help() { awk '$0 == " */" && said { exit } said { sub(/^ \* ?/, ""); print } $0 == "/**" { said = 1 }' "$1"; }
is_help() { for word in "$@"; do case $word in --help | -h) return 0 ;; esac; done; return 1; }

is_recent_node() {
  command -v "$1" >/dev/null 2>&1 || return 1
  "$1" -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    const [oldest, least] = process.argv[1].split(".").map(Number)
    process.exit(major > oldest || (major === oldest && minor >= least) ? 0 : 1)' "$OLDEST_NODE" 2>/dev/null
}

ensure_node() {
  is_recent_node node && return 0
  if ! is_recent_node "$TOOLS/node"; then with_setup_lock fetch_node || exit 1; fi
  PATH=$TOOLS:$PATH
  export PATH
}

# The npm package of Node holds the binary alone; the machine's npm runs on it from then on.
fetch_node() {
  if is_recent_node "$TOOLS/node"; then return 0; fi
  command -v npm >/dev/null 2>&1 || die "Opportune needs Node $OLDEST_NODE or later, or any npm to fetch it. Neither is on the PATH."
  case $(uname -s) in Linux) system=linux ;; Darwin) system=darwin ;; *) die "Opportune needs Node $OLDEST_NODE or later. Install it for $(uname -s)." ;; esac
  case $(uname -m) in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; *) die "Opportune needs Node $OLDEST_NODE or later. Install it for $(uname -m)." ;; esac
  say "Fetching Node $FETCHED_NODE (this machine's is missing or older than $OLDEST_NODE)..."
  fetched=$(mktemp -d "$TOOLS/node.XXXXXX")
  (
    cd "$fetched"
    npm pack --silent "node-$system-$machine@$FETCHED_NODE" >/dev/null
    tar -xzf ./*.tgz package/bin/node
  ) || { rm -rf "$fetched"; die "Node $FETCHED_NODE could not be fetched: is the package registry within reach?"; }
  chmod 755 "$fetched/package/bin/node"
  mv -f "$fetched/package/bin/node" "$TOOLS/node" && rm -rf "$fetched"
  is_recent_node "$TOOLS/node" || die "The Node $FETCHED_NODE that was fetched does not run on this machine."
}

# npm's own program, asked of the machine before our node comes first on the PATH.
find_npm() {
  NPM_CLI=$(PATH=$MACHINE_PATH npm root -g 2>/dev/null)/npm/bin/npm-cli.js
  [ -f "$NPM_CLI" ] && return 0
  found=$(PATH=$MACHINE_PATH command -v npm) || die "npm is missing: install it, or Node with its npm."
  NPM_CLI=$(node -p 'require("node:fs").realpathSync(process.argv[1])' "$found")
  case $NPM_CLI in *.js) ;; *) NPM_CLI=$(dirname "$NPM_CLI")/../lib/node_modules/npm/bin/npm-cli.js ;; esac
  [ -f "$NPM_CLI" ] || die "The program of npm was not found beside $found."
}

run_npm() {
  [ -n "${NPM_CLI:-}" ] || find_npm
  node "$NPM_CLI" "$@"
}

has_modules() {
  [ -f "$ROOT/node_modules/.package-lock.json" ] &&
    cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/.opportune-installed"
}

ensure_modules() { has_modules || with_setup_lock install_modules || exit 1; }

install_modules() {
  if has_modules; then return 0; fi
  say 'Installing packages...'
  (cd "$ROOT" && run_npm ci --no-audit --no-fund --loglevel=error >&2) ||
    die 'The packages could not be installed: is the package registry within reach?'
  cp "$ROOT/package-lock.json" "$ROOT/node_modules/.opportune-installed"
}

ensure_build() {
  node "$ROOT/bin/lib/build.mjs" --check || with_setup_lock node "$ROOT/bin/lib/build.mjs" ||
    die 'The program could not be built.'
}

setup() {
  ensure_node
  ensure_modules
}

# One setup at a time: others wait for it. The lock of a process that was killed is taken over.
with_setup_lock() (
  mkdir -p "$TOOLS" 2>/dev/null && [ -w "$TOOLS" ] ||
    die "Something is missing here, and $TOOLS cannot be written. Run bin/start once as the owner of this folder."
  lock=$TOOLS/setup.lock
  waited=0
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null || :)
    if [ -n "$holder" ] && ! ps -p "$holder" >/dev/null 2>&1 && ! kill -0 "$holder" 2>/dev/null; then
      mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
      continue
    fi
    # Killed between two lines: nobody takes ten seconds to write its number.
    if [ -z "$holder" ] && [ "$waited" -ge 50 ]; then rm -rf "$lock"; fi
    [ "$waited" -ne 10 ] || say 'Waiting for another setup of this folder...'
    waited=$((waited + 1))
    sleep 0.2
  done
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  echo $$ >"$lock/pid"
  "$@"
)

# Journeys run in a real browser: the machine's, else Debian's. Without a window to draw it needs two thirds of the time.
ensure_chromium() {
  find_chromium && return 0
  say 'Installing chromium for the tests...'
  install_from_debian chromium-headless-shell fonts-dejavu-core
  find_chromium || install_from_debian chromium fonts-dejavu-core
  find_chromium || die 'The tests need chromium. Install it (apt-get install chromium), or set CHROMIUM to the path of a browser of its family.'
}

# A sealed file must open without our code: the stock age command tells.
ensure_age() {
  command -v age >/dev/null 2>&1 && return 0
  say 'Installing age for the tests...'
  install_from_debian age
  command -v age >/dev/null 2>&1 || die 'The tests need the age command. Install it (apt-get install age).'
}

install_from_debian() {
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root='sudo -n'; else return 0; fi
  command -v apt-get >/dev/null 2>&1 || return 0
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || say 'The list of packages could not be refreshed; trying with the one that is here.'
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 || :
}

find_chromium() {
  for candidate in "${CHROMIUM:-}" chromium-headless-shell chrome-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' '/Applications/Chromium.app/Contents/MacOS/Chromium'; do
    [ -n "$candidate" ] || continue
    CHROMIUM=$(command -v "$candidate" 2>/dev/null) || continue
    export CHROMIUM
    return 0
  done
  unset CHROMIUM
  return 1
}
