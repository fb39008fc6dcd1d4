/**
 * What a shell is to be told so that it asks `nlmon completion SHELL -- WORD...`: all knowledge stays in nlmon. Each
 * line of the answer is a word (for zsh and fish a tab and its meaning follow); `:files` stands for any file.
 */

/** bash splits words at = and :, so the beginning of what is completed is taken off again. */
const BASH = `# bash completion for nlmon: eval "$(nlmon completion bash)"
_nlmon() {
  local line=\${COMP_LINE:0:COMP_POINT} cur=\${COMP_WORDS[COMP_CWORD]} word before i
  [[ $cur == [=:] ]] && cur=
  word=\${line##*[[:space:]]}
  before=\${word%"$cur"}
  local -a words=()
  read -ra words <<< "\${line%"$word"}"
  COMPREPLY=()
  while IFS= read -r i; do
    if [[ $i == :files ]]; then
      compopt -o default 2>/dev/null
      return
    fi
    COMPREPLY+=("\${i#"$before"}")
  done < <("\${words[0]}" completion bash -- "\${words[@]:1}" "$word" 2>/dev/null)
}
complete -F _nlmon nlmon
`;

const ZSH = `#compdef nlmon
# zsh completion for nlmon: eval "$(nlmon completion zsh)", or as a file _nlmon in a folder of $fpath
_nlmon() {
  local line
  local -a words_found shown
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      _files
      return
    fi
    words_found+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done < <("\${words[1]}" completion zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( \${#words_found} )) && compadd -l -d shown -a words_found
}
if [[ $funcstack[1] == _nlmon ]]; then
  _nlmon "$@"
else
  compdef _nlmon nlmon
fi
`;

const FISH = `# fish completion for nlmon: nlmon completion fish | source
function __nlmon_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for line in ($words[1] completion fish -- $words[2..-1] $current 2>/dev/null)
    if test $line = ":files"
      __fish_complete_path $current
      return
    end
    echo $line
  end
end
complete -c nlmon -f -a '(__nlmon_complete)'
`;

export const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const;
export type Shell = keyof typeof SCRIPTS;
