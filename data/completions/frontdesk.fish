# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors

function __frontdesk_option -a command option text values
    complete -c frontdesk -n "__fish_seen_subcommand_from $command" -l $option -d $text $argv[5..] -a "$values"
end

complete -c frontdesk -f
complete -c frontdesk -n __fish_use_subcommand -a '(__fish_complete_directories)'
complete -c frontdesk -n __fish_use_subcommand -a check -d 'List every fault in a scenario, and where it is'
complete -c frontdesk -n __fish_use_subcommand -a simulate -d 'Work a shift with a built-in trainee or a script'
complete -c frontdesk -n __fish_use_subcommand -a score -d 'Score a recorded session from its journal'
complete -c frontdesk -n __fish_use_subcommand -a render -d 'Give a voice to the replies that have no clip'
complete -c frontdesk -n __fish_use_subcommand -a history -d 'List the sessions worked on this computer'
complete -c frontdesk -n __fish_use_subcommand -a class -d 'Show how a class gets on, from a folder of journals'
complete -c frontdesk -n __fish_use_subcommand -a devices -d 'List the sound devices and which are used'
complete -c frontdesk -n __fish_use_subcommand -a new -d 'Write a small scenario to start from'
complete -c frontdesk -s h -l help -d 'Show how to use it'
complete -c frontdesk -n __fish_use_subcommand -l version -d 'Show the version of the program and of its rubric'
complete -c frontdesk -n __fish_use_subcommand -l check-display -d 'Tell whether a window can be opened'
complete -c frontdesk -n '__fish_seen_subcommand_from check simulate render score new' -F

__frontdesk_option check format 'Output format' 'text json' -x
__frontdesk_option check details 'Describe for each what the shift will feel like' ''
__frontdesk_option simulate trainee 'Who works the shift' 'ideal steady hurried absent' -x
__frontdesk_option simulate script 'Obey the commands of a file' '' -rF
__frontdesk_option simulate seed 'Move arrivals by chance' '' -x
__frontdesk_option simulate runs 'Work the shift so many times' '' -x
__frontdesk_option simulate journal 'Write the journal' '' -rF
__frontdesk_option simulate format 'Output format' 'text json' -x
__frontdesk_option score format 'Output format' 'text json csv html pdf' -x
__frontdesk_option score output 'Write to a file' '' -rF
__frontdesk_option score paper 'Pages of a PDF' 'a4 letter' -x
__frontdesk_option render voice 'A voice for everybody, or ID=VOICE for one speaker' 'female-(seq 8) male-(seq 10)' -x
__frontdesk_option render force 'Make all synthesised clips again' ''
__frontdesk_option render time-limit 'Seconds the synthesiser may take for one clip' '' -x
__frontdesk_option render command 'A synthesiser of your own' '' -x
__frontdesk_option history trainee 'Only the sessions of somebody' '' -x
__frontdesk_option history scenario 'Only those of a scenario' '' -x
__frontdesk_option history since 'Only from a day on' '' -x
__frontdesk_option history until 'Only up to a day' '' -x
__frontdesk_option history format 'Output format' 'text json csv' -x
__frontdesk_option history import 'Add the journals in a folder' '(__fish_complete_directories)' -x
__frontdesk_option history rebuild 'Score all journals again' ''
__frontdesk_option history export 'Copy everything about the trainee' '(__fish_complete_directories)' -x
__frontdesk_option history delete 'Delete everything about the trainee' ''
__frontdesk_option history keep 'Keep sessions for so many days' '30 365 forever' -x
__frontdesk_option history yes 'Delete without asking' ''
__frontdesk_option history where 'Show where everything is kept' ''
__frontdesk_option class trainee 'Only the sessions of somebody' '' -x
__frontdesk_option class scenario 'Only those of a scenario' '' -x
__frontdesk_option class mode 'Only those of a mode' 'practice guided exam simulated' -x
__frontdesk_option class since 'Only from a day on' '' -x
__frontdesk_option class until 'Only up to a day' '' -x
__frontdesk_option class format 'Output format' 'text json csv html' -x
__frontdesk_option class output 'Write to a file' '' -r -F
__frontdesk_option class anew 'Read all journals again, without the cache' ''
__frontdesk_option class hand-in 'Hand in the finished sessions waiting here' ''
__frontdesk_option class send 'Deliver what is waiting for the learning record store' ''
__frontdesk_option class store 'Read the class from the learning record store' ''
__frontdesk_option class test 'Say whether the folder and the store can be used' ''
__frontdesk_option class statements 'Show the statements of journals, and send nothing' ''
__frontdesk_option class account 'How statements name the trainee' 'pseudonym name mbox' -x
__frontdesk_option devices test 'Play, listen and measure' ''
__frontdesk_option devices device 'The output for voices' '' -x
__frontdesk_option devices ringer 'The output for the ringer' '' -x
__frontdesk_option devices microphone 'The microphone' '' -x
__frontdesk_option devices latency 'The latency to ask for, in milliseconds' '' -x
__frontdesk_option devices format 'Output format' 'text json' -x

functions -e __frontdesk_option
