#pragma once
#include <glib.h>
int desk_cmd_check (int argc, char **argv);
