# Sourced by the scripts here, first of all: --help shows what stands at the top of a script, and whatever it does not know is
# refused with that, before anything is built, installed or started.

usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# accept <options> <most other words> <arguments>…: an option that takes a value ends in =, one that only begins so in *.
accept() {
  local known=" $1 " others=$2 word
  shift 2
  while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
      -h | --help)
        usage
        exit 0
        ;;
      -*)
        case $known in
          *" $word "* | *" ${word:0:2}* "*) ;;
          *" $word= "*)
            [ $# -gt 0 ] || refuse "$word"
            shift
            ;;
          *) refuse "$word" ;;
        esac
        ;;
      *)
        [ "$others" -gt 0 ] || refuse "$word"
        others=$((others - 1))
        ;;
    esac
  done
}

refuse() {
  echo "✗ Tidak dikenal: $1 / Not known: $1" >&2
  usage >&2
  exit 2
}
