/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/hush.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>

/* ALSA and JACK take a function that prints for them. They are looked up by name, for only PortAudio
 * links them, and it may be built without either.
 *
 * PortAudio has such a function too, but keeps it to itself in the distributions' builds, and prints
 * from its own threads at any time. It imports vfprintf() though, and the dynamic linker gives every
 * library the program's own before the C library's. So ours, below, drops what a hushed thread prints
 * to standard error, and hands on all else. Where PortAudio was built in another way, nothing worse
 * happens than that its lines are seen. */

typedef void (*AlsaHandler) (
    const char *file, int line, const char *function, int error, const char *format, ...);
typedef void (*JackHandler) (const char *message);
typedef int (*PrintFunc) (FILE *stream, const char *format, va_list arguments);
typedef int (*CheckedPrintFunc) (FILE *stream, int flag, const char *format, va_list arguments);

/* As the C library declares it where it checks formats. */
int __vfprintf_chk (FILE *stream, int flag, const char *format, va_list arguments)
    __attribute__ ((format (printf, 3, 0)));

static _Thread_local bool thread_is_hushed;

void
desk_hush_thread (bool hushed)
{
  thread_is_hushed = hushed;
}

static void
on_alsa_message (
    const char *file, int line, const char *function, int error, const char *format, ...)
{
}

static void
on_jack_message (const char *message)
{
}

static void
hand_to_alsa (void)
{
  int (*set_handler) (AlsaHandler handler);

  *(void **) &set_handler = dlsym (RTLD_DEFAULT, "snd_lib_error_set_handler");
  if (set_handler != NULL)
    set_handler (on_alsa_message);
}

static void
hand_to_jack (const char *setter)
{
  void (*set_handler) (JackHandler handler);

  *(void **) &set_handler = dlsym (RTLD_DEFAULT, setter);
  if (set_handler != NULL)
    set_handler (on_jack_message);
}

void
desk_hush_libraries (void)
{
  hand_to_alsa ();
  hand_to_jack ("jack_set_error_function");
  hand_to_jack ("jack_set_info_function");
}

static bool
is_hushed (FILE *stream)
{
  return thread_is_hushed && stream == stderr;
}

int
vfprintf (FILE *restrict stream, const char *restrict format, va_list arguments)
{
  PrintFunc print;

  if (is_hushed (stream))
    return 0;
  *(void **) &print = dlsym (RTLD_NEXT, "vfprintf");
  return print (stream, format, arguments);
}

int
__vfprintf_chk (FILE *stream, int flag, const char *format, va_list arguments)
{
  CheckedPrintFunc print;

  if (is_hushed (stream))
    return 0;
  *(void **) &print = dlsym (RTLD_NEXT, "__vfprintf_chk");
  if (print == NULL)
    return vfprintf (stream, format, arguments);
  return print (stream, flag, format, arguments);
}
