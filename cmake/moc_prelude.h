#pragma once
// Read by moc before every header. moc 6.4 follows includes into GCC 12's library, whose <compare> and <concepts> use a macro
// that only <string> and its like have defined by then; moc stops there otherwise.
#include <string>
