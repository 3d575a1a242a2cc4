/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/feed.h"

#include <errno.h>
#include <glib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "forbidden.h"

/* The callback may not wait for anything. Here it runs through all that can happen to it, with every
 * function of the C library that allocates, locks, waits or touches a file forbidden, and once more
 * with every system call forbidden by the kernel. Each trap is tried on something that it must catch. */

#define FRAMES 256
#define CALLBACKS 6000 /* more than twice what fills a tap */
#define PHASE 400      /* callbacks for which reports are collected, and then not */

typedef struct {
  DeskFeed output;
  DeskFeed microphone;
  DeskTap *callers;
  DeskTap *spoken;
  DeskPcm sounds[4];
  guint32 last_voice;
  guint n_refused;
  guint n_retired;
  float out[2 * FRAMES];
  float in[2 * FRAMES];
} Stage;

static DeskTap *
tap_new (void)
{
  DeskTap *tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);

  desk_tap_open (tap);
  return tap;
}

static Stage *
stage_new (void)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->callers = tap_new ();
  stage->spoken = tap_new ();
  stage->output.mixer = g_aligned_alloc0 (1, sizeof (DeskMixer), 64);
  desk_mixer_init (stage->output.mixer);
  desk_mixer_set_tap (stage->output.mixer, stage->callers);
  stage->microphone.tap = stage->spoken;
  desk_feed_begin (&stage->output, 1000000, FRAMES);
  desk_feed_begin (&stage->microphone, 1000000, FRAMES);

  for (guint i = 0; i < G_N_ELEMENTS (stage->sounds); i++) {
    const guint n_frames = 100 + 7777 * i;
    float *samples = g_new (float, n_frames);

    for (guint k = 0; k < n_frames; k++)
      samples[k] = (float) (k % 101) / 101;
    stage->sounds[i] = (DeskPcm){
      .samples = samples,
      .n_frames = n_frames,
      .period = i % 2 == 0 ? 0 : n_frames + 99,
    };
  }

  return stage;
}

static void
stage_free (Stage *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (stage->sounds); i++)
    g_free ((float *) stage->sounds[i].samples);
  g_aligned_free (stage->output.mixer);
  g_aligned_free (stage->callers);
  g_aligned_free (stage->spoken);
  g_free (stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static void
give (Stage *stage, DeskMixerCommandType type, guint32 voice, guint n)
{
  const DeskMixerCommand command = {
    .type = (guint8) type,
    .place = n % DESK_N_PLACES,
    .times = (guint16) (n % 5),
    .voice = voice,
    .left = 0.3f,
    .right = (float) (n % 7) / 7,
    .ramp = n % 3 * 100,
    .frame = (guint32) desk_mixer_get_frames (stage->output.mixer) + n % 1000,
    .pcm = &stage->sounds[n % G_N_ELEMENTS (stage->sounds)],
  };

  desk_mixer_send (stage->output.mixer, &command);
}

/* What the main thread may do before callback `n`: a little of everything, and at times too much. */
static void
command_at (Stage *stage, guint n)
{
  give (stage, n % 3 == 0 ? DESK_MIXER_START_AT : DESK_MIXER_START, ++stage->last_voice, n);
  give (stage, DESK_MIXER_START, ++stage->last_voice, n + 1);
  give (stage, DESK_MIXER_LEVEL, stage->last_voice - n % 9, n);
  give (stage, DESK_MIXER_PLACE, 0, n);
  if (n % 2 == 0)
    give (stage, DESK_MIXER_STOP, stage->last_voice - n % 20, n);
  if (n % 200 == 100)
    give (stage, DESK_MIXER_FREEZE, 0, n);
  if (n % 200 == 120)
    give (stage, DESK_MIXER_THAW, 0, n);
  if (n % 500 == 250)
    for (guint i = 0; i < DESK_RING_CAPACITY; i++)
      give (stage, DESK_MIXER_STOP, i + 1, n);
}

static void
collect (Stage *stage)
{
  DeskMixerReport report;

  while (desk_mixer_receive (stage->output.mixer, &report))
    if (report.type == DESK_MIXER_RETIRED) {
      stage->n_retired++;
      stage->n_refused += report.refused;
    }
}

static void
run_callbacks (Stage *stage)
{
  for (guint n = 0; n < CALLBACKS; n++) {
    command_at (stage, n);
    stage->in[n % (2 * FRAMES)] = (float) (n % 10) / 10;

    forbid_begin ();
    desk_feed_play (&stage->output, stage->out, n % 13 == 0 ? FRAMES / 3 : FRAMES, n % 50 == 0);
    desk_feed_hear (&stage->microphone, stage->in, FRAMES, 2, n % 70 == 0);
    forbid_end ();

    if (n / PHASE % 2 == 0)
      collect (stage);
  }
}

/* That the callbacks really came upon everything. */
static void
assert_all_happened (Stage *stage)
{
  DeskMixerLosses losses;

  desk_mixer_get_losses (stage->output.mixer, &losses);
  g_assert_cmpuint (losses.n_commands_refused, >, 0);
  g_assert_cmpuint (losses.n_reports_refused, >, 0);
  g_assert_cmpuint (losses.n_tap_lost, >, 0);
  g_assert_cmpuint (desk_tap_get_n_lost (stage->spoken), >, 0);
  g_assert_cmpuint (stage->n_retired, >, 1000);
  g_assert_cmpuint (stage->n_refused, >, 0);
  g_assert_cmpuint (stage->output.mixer->limited, >, 0);
  g_assert_cmpuint (stage->output.n_underruns, >, 0);
  g_assert_cmpuint (stage->microphone.n_underruns, >, 0);
}

typedef void (*Deed) (void);

/* How the child ended that did it: the signal, or 0. */
static int
fate_of (Deed deed)
{
  const struct rlimit no_core = { 0 };
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    setrlimit (RLIMIT_CORE, &no_core);
    deed ();
    leave_in_peace ();
  }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFSIGNALED (status) ? WTERMSIG (status) : 0;
}

static void
test_calls_nothing_forbidden (void)
{
  g_autoptr (Stage) stage = stage_new ();

  run_callbacks (stage);
  assert_all_happened (stage);
}

static void
run_without_system_calls (void)
{
  Stage *stage = stage_new ();

  if (!forbid_system_calls ())
    _exit (77);
  run_callbacks (stage);
  leave_in_peace ();
}

static void
look_at_the_clock (void)
{
  struct timespec now;

  forbid_system_calls ();
  clock_gettime (CLOCK_MONOTONIC, &now);
}

static void
test_needs_no_system_call (void)
{
  if (fate_of (look_at_the_clock) != 0) {
    g_test_skip ("this machine's clock cannot be read without the kernel");
    return;
  }

  g_assert_cmpint (fate_of (run_without_system_calls), ==, 0);
}

static void
allocate (void)
{
  forbid_begin ();
  g_free (g_malloc (10));
}

static void
release (void)
{
  void *block = g_malloc (10);

  forbid_begin ();
  g_free (block);
}

static void
allocate_aligned (void)
{
  forbid_begin ();
  g_aligned_free (g_aligned_alloc (1, 64, 64));
}

static void
lock (void)
{
  static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

  forbid_begin ();
  pthread_mutex_lock (&mutex);
}

static void
wake (void)
{
  static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

  forbid_begin ();
  pthread_cond_signal (&cond);
}

static void
pause_for_a_moment (void)
{
  forbid_begin ();
  g_usleep (1);
}

static void
say (void)
{
  forbid_begin ();
  if (write (STDERR_FILENO, "", 0) < 0)
    return;
}

static void
give_way (void)
{
  forbid_begin ();
  g_thread_yield ();
}

static void
print (void)
{
  forbid_begin ();
  g_print ("#\n");
}

static const struct {
  const char *name;
  Deed deed;
} deeds[] = {
  { "malloc", allocate }, { "free", release },   { "aligned", allocate_aligned },
  { "lock", lock },       { "wake", wake },      { "sleep", pause_for_a_moment },
  { "write", say },       { "yield", give_way }, { "print", print },
};

static void
test_trap_of_calls_works (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    g_test_message ("%s", deeds[i].name);
    g_assert_cmpint (fate_of (deeds[i].deed), ==, SIGABRT);
  }
}

static void
ask_the_kernel (void)
{
  if (forbid_system_calls ())
    getppid ();
}

/* Around the C library, where no function of it can stand in the way. */
static void
allocate_much (void)
{
  if (forbid_system_calls ())
    mmap (NULL, 1 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
test_trap_of_system_calls_works (void)
{
  g_assert_cmpint (fate_of (ask_the_kernel), ==, SIGSYS);
  g_assert_cmpint (fate_of (allocate_much), ==, SIGSYS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/realtime/calls-nothing-forbidden", test_calls_nothing_forbidden);
  g_test_add_func ("/audio/realtime/needs-no-system-call", test_needs_no_system_call);
  g_test_add_func ("/audio/realtime/trap-of-calls-works", test_trap_of_calls_works);
  g_test_add_func ("/audio/realtime/trap-of-system-calls-works", test_trap_of_system_calls_works);

  return g_test_run ();
}
