# Reads CTest's log and prints the total of the Qt Test functions in it. A program that did not end well and counted no
# failure of its own (a crash, a time-out) is one failure; one that ended well without Qt Test's totals is one success.
function close_program() {
    if (name == "") return
    if (!good && program_failed == 0) { failed++; broken = broken "\n  " name " did not end well" }
    if (good && !counted) passed++
    name = ""
}
/^[0-9]+\/[0-9]+ Test: / { close_program(); name = $3; good = 0; counted = 0; program_failed = 0 }
/^Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/ {
    counted = 1; passed += $2; failed += $4; program_failed += $4; skipped += $6
}
/^Test Passed\.$/ { good = 1 }
END {
    close_program()
    if (broken != "") print "Programs that crashed or ran out of time:" broken
    printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
    exit failed > 0
}
