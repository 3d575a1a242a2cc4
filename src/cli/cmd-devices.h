#pragma once
#include <glib.h>
int desk_cmd_devices (int argc, char **argv);
