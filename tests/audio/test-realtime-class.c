/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/realtime.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "audio/microphone.h"
#include "audio/newborn.h"
#include "audio/realtime-guard.h"
#include "audio/sound-system.h"
#include "mock-kit.h"
#include "sound-stage.h"

/* Who is given a real-time class, by whom, and what becomes of one who abuses it. What lasts for the
 * life of a process (the limit, the guard that was needed) is tried in children. */

#define PATIENCE_US (3 * G_USEC_PER_SEC)

/* A thread that waits, or runs without a pause, until it is told to end. */
typedef struct {
  GThread *thread;
  gint id; /* atomic, as the next two */
  gint is_running;
  gint is_over;
  gboolean is_deaf; /* to signals */
} Worker;

static gpointer
work (gpointer data)
{
  Worker *self = data;
  sigset_t all;

  sigfillset (&all);
  if (self->is_deaf)
    pthread_sigmask (SIG_SETMASK, &all, NULL);
  g_atomic_int_set (&self->id, (gint) gettid ());
  while (!g_atomic_int_get (&self->is_over))
    if (!g_atomic_int_get (&self->is_running))
      g_usleep (1000);
  return NULL;
}

static void
worker_begin (Worker *self)
{
  self->thread = g_thread_new (NULL, work, self);
  while (g_atomic_int_get (&self->id) == 0)
    g_usleep (1000);
}

static void
worker_end (Worker *self)
{
  g_atomic_int_set (&self->is_over, TRUE);
  g_thread_join (self->thread);
}

/* The class of a thread, without what it hands on. */
static int
class_of (pid_t thread)
{
  return sched_getscheduler (thread) & ~SCHED_RESET_ON_FORK;
}

static int
priority_of (pid_t thread)
{
  struct sched_param param = { 0 };

  sched_getparam (thread, &param);
  return param.sched_priority;
}

static DeskUrgency *
ask_for (const Worker *worker)
{
  GArray *threads = g_array_new (FALSE, FALSE, sizeof (pid_t));

  g_array_append_val (threads, worker->id);
  return desk_urgency_new (threads);
}

static DeskRealtime
wait_for_answer (DeskUrgency *urgency)
{
  const gint64 until = g_get_monotonic_time () + PATIENCE_US;

  while (desk_urgency_get (urgency) == DESK_REALTIME_NONE && g_get_monotonic_time () < until)
    g_usleep (1000);
  return desk_urgency_get (urgency);
}

/* From here on the system gives this process no real-time class. */
static void
give_up_rights (void)
{
  const struct rlimit none = { 0 };
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct rights[2];

  g_assert_no_errno (setrlimit (RLIMIT_RTPRIO, &none));
  g_assert_no_errno ((int) syscall (SYS_capget, &header, rights));
  rights[0].effective &= ~(1U << CAP_SYS_NICE);
  rights[0].permitted &= ~(1U << CAP_SYS_NICE);
  g_assert_no_errno ((int) syscall (SYS_capset, &header, rights));
}

/* Whether the system would give the class to a process of this user. */
static gboolean
has_rights (void)
{
  const struct sched_param param = { .sched_priority = DESK_REALTIME_PRIORITY };
  Worker worker = { 0 };
  int fault;

  worker_begin (&worker);
  fault = sched_setscheduler (worker.id, SCHED_RR, &param);
  worker_end (&worker);
  if (fault != 0)
    g_test_skip ("no real-time class is granted to this user");
  return fault == 0;
}

/* Newborns */

static gpointer
make_stranger (gpointer data)
{
  worker_begin (data);
  return NULL;
}

static void
test_finds_newborns (void)
{
  Worker before = { 0 }, stranger = { 0 };
  Worker born[2] = { 0 };
  DeskNewborn newborn;
  g_autoptr (GArray) found = NULL;
  char name[16];

  pthread_setname_np (pthread_self (), "opener");
  worker_begin (&before);
  desk_newborn_begin (&newborn);
  worker_begin (&born[0]);
  worker_begin (&born[1]);
  g_thread_join (g_thread_new ("another", make_stranger, &stranger));
  found = desk_newborn_end (&newborn);

  g_assert_cmpuint (found->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (g_array_index (found, pid_t, i) == born[0].id ||
                   g_array_index (found, pid_t, i) == born[1].id);
  pthread_getname_np (pthread_self (), name, sizeof name);
  g_assert_cmpstr (name, ==, "opener");
  worker_end (&before);
  worker_end (&stranger);
  worker_end (&born[0]);
  worker_end (&born[1]);
}

/* From the system */

static void
test_asks_system (void)
{
  DeskUrgency *urgency;
  Worker worker = { 0 };

  if (!has_rights ())
    return;
  worker_begin (&worker);
  urgency = ask_for (&worker);
  g_assert_cmpint (desk_urgency_get (urgency), ==, DESK_REALTIME_SYSTEM);
  g_assert_cmpint (sched_getscheduler (worker.id), ==, SCHED_RR | SCHED_RESET_ON_FORK);
  g_assert_cmpint (priority_of (worker.id), ==, DESK_REALTIME_PRIORITY);
  g_assert_cmpint (class_of (0), ==, SCHED_OTHER);
  desk_urgency_free (urgency);
  g_assert_cmpint (class_of (worker.id), ==, SCHED_OTHER);
  worker_end (&worker);
}

/* From RealtimeKit */

typedef struct {
  MockKitManner manner;
  DeskRealtime expected;
} KitCase;

static void
ask_without_rights (const KitCase *kit)
{
  Worker worker = { 0 };
  DeskUrgency *urgency;

  give_up_rights ();
  worker_begin (&worker);
  urgency = ask_for (&worker);
  g_assert_cmpint (wait_for_answer (urgency), ==, kit->expected);
  if (kit->expected == DESK_REALTIME_KIT)
    g_assert_cmpint (priority_of (worker.id), ==, MOCK_KIT_MOST_PRIORITY);
  g_assert_cmpint (class_of (worker.id), ==,
                   kit->expected == DESK_REALTIME_KIT ? SCHED_RR : SCHED_OTHER);
  desk_urgency_free (urgency);
  g_assert_cmpint (class_of (worker.id), ==, SCHED_OTHER);
  worker_end (&worker);
}

static void
test_asks_kit (gconstpointer data)
{
  const KitCase *kit = data;
  g_autoptr (MockKit) mock = NULL;

  if (g_test_subprocess ()) {
    ask_without_rights (kit);
    return;
  }
  if (kit->expected == DESK_REALTIME_KIT && !has_rights ())
    return;
  mock = mock_kit_new (kit->manner);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_cmpuint (mock_kit_get_n_asked (mock), ==, 1);
}

static void
test_no_bus (void)
{
  static const KitCase nobody = { .expected = DESK_REALTIME_REFUSED };

  if (g_test_subprocess ()) {
    ask_without_rights (&nobody);
    return;
  }
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

static void
leave_kit_behind (void)
{
  const gint64 start = g_get_monotonic_time ();
  Worker worker = { 0 };

  give_up_rights ();
  worker_begin (&worker);
  for (guint i = 0; i < 5; i++) {
    desk_urgency_free (ask_for (&worker));
    g_usleep (10000);
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 400000);
  g_assert_cmpint (class_of (worker.id), ==, SCHED_OTHER);
  worker_end (&worker);
}

static void
test_never_waits_for_kit (void)
{
  g_autoptr (MockKit) mock = NULL;

  if (g_test_subprocess ()) {
    leave_kit_behind ();
    return;
  }
  mock = mock_kit_new (MOCK_KIT_HANGS);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* The guard */

/* Until the class is taken from it, or patience is at its end. */
static void
run_wild (Worker *worker)
{
  const gint64 until = g_get_monotonic_time () + PATIENCE_US;

  g_atomic_int_set (&worker->is_running, TRUE);
  while (class_of (worker->id) != SCHED_OTHER && g_get_monotonic_time () < until)
    g_usleep (1000);
}

/* In a process of its own, which it may end; not where the class is not ours to take. */
static void
do_apart (void (*deed) (gconstpointer data), gconstpointer data, gboolean survives)
{
  if (g_test_subprocess ()) {
    deed (data);
    return;
  }
  if (!has_rights ())
    return;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  if (survives)
    g_test_trap_assert_passed ();
  else
    g_test_trap_assert_failed ();
}

static void
hog (gconstpointer is_deaf)
{
  Worker hog = { .is_deaf = GPOINTER_TO_INT (is_deaf) }, bystander = { 0 };
  DeskUrgency *urgencies[3];

  worker_begin (&hog);
  worker_begin (&bystander);
  urgencies[0] = ask_for (&hog);
  urgencies[1] = ask_for (&bystander);
  g_assert_cmpint (desk_urgency_get (urgencies[1]), ==, DESK_REALTIME_SYSTEM);
  run_wild (&hog);
  g_assert_cmpint (class_of (hog.id), ==, SCHED_OTHER);
  g_assert_cmpint (class_of (bystander.id), ==, SCHED_OTHER);
  g_assert_cmpint (desk_urgency_get (urgencies[1]), ==, DESK_REALTIME_STOPPED);

  /* and it is not given again */
  urgencies[2] = ask_for (&bystander);
  g_assert_cmpint (desk_urgency_get (urgencies[2]), ==, DESK_REALTIME_STOPPED);
  g_assert_cmpint (class_of (bystander.id), ==, SCHED_OTHER);
  for (guint i = 0; i < 3; i++)
    desk_urgency_free (urgencies[i]);
  worker_end (&hog);
  worker_end (&bystander);
}

static void
test_takes_class_from_hog (gconstpointer data)
{
  do_apart (hog, data, TRUE);
}

/* With the limit by which RealtimeKit would have it killed. */
static void
hog_of_kit (gconstpointer data)
{
  const struct sched_param param = { .sched_priority = DESK_REALTIME_PRIORITY };
  Worker hog = { .is_deaf = TRUE };
  struct rlimit limit;

  worker_begin (&hog);
  g_assert_true (desk_guard_watch (hog.id, MOCK_KIT_LIMIT_US));
  g_assert_no_errno (getrlimit (RLIMIT_RTTIME, &limit));
  g_assert_cmpuint (limit.rlim_max, ==, MOCK_KIT_LIMIT_US);
  g_assert_no_errno (sched_setscheduler (hog.id, SCHED_RR | SCHED_RESET_ON_FORK, &param));
  run_wild (&hog);
  g_assert_cmpint (class_of (hog.id), ==, SCHED_OTHER);
  g_assert_true (desk_guard_was_needed ());
  g_usleep (500000);
  worker_end (&hog);
}

static void
test_hog_of_kit_is_not_killed (void)
{
  do_apart (hog_of_kit, NULL, TRUE);
}

/* What the guard is there for: without it, the same ends the program. */
static void
hog_unguarded (gconstpointer data)
{
  const struct sched_param param = { .sched_priority = DESK_REALTIME_PRIORITY };
  const struct rlimit limit = { DESK_GUARD_LIMIT_US, RLIM_INFINITY };
  const struct rlimit no_core = { 0 };
  Worker hog = { 0 };

  setrlimit (RLIMIT_CORE, &no_core);
  worker_begin (&hog);
  g_assert_no_errno (setrlimit (RLIMIT_RTTIME, &limit));
  g_assert_no_errno (sched_setscheduler (hog.id, SCHED_RR | SCHED_RESET_ON_FORK, &param));
  run_wild (&hog);
  worker_end (&hog);
}

static void
test_unguarded_hog_dies (void)
{
  do_apart (hog_unguarded, NULL, FALSE);
}

/* The signal is also that of a limit of the whole process, and means then what it always does. */
static void
test_other_limit_ends_program (void)
{
  const struct rlimit no_core = { 0 };

  if (g_test_subprocess ()) {
    setrlimit (RLIMIT_CORE, &no_core);
    g_assert_true (desk_guard_watch (gettid (), 0));
    desk_guard_release (gettid ());
    raise (SIGXCPU);
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

/* The streams of the program, beside a real server */

/* Of the threads of this process that bear a name of PortAudio's or libpulse's, how many are in the
 * class; of all others none may be. */
static guint
count_urgent (guint *n_all)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  const char *id;
  guint n = 0;

  *n_all = 0;
  while ((id = g_dir_read_name (threads)) != NULL) {
    g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/comm", id);
    g_autofree char *name = NULL;
    const gboolean is_urgent = class_of (atoi (id)) == SCHED_RR;

    if (!g_file_get_contents (path, &name, NULL, NULL))
      continue;
    if (g_str_equal (name, "desk-stream\n") || g_str_equal (name, "threaded-ml\n"))
      ++*n_all;
    else
      g_assert_false (is_urgent);
    n += is_urgent;
  }
  return n;
}

static DeskRealtime
measure_class (DeskOutput *output)
{
  DeskOutputMeter meter;

  desk_output_measure (output, &meter);
  return meter.realtime;
}

typedef struct {
  DeskOutput *output; /* borrowed */
  DeskRealtime expected;
} Expectation;

static gboolean
is_in_class (gpointer data)
{
  const Expectation *expectation = data;

  return measure_class (expectation->output) == expectation->expected;
}

static void
assert_becomes (DeskOutput *output, DeskRealtime expected, gboolean is_urgent)
{
  Expectation expectation = { output, expected };
  guint n_all, n;

  g_assert_cmpfloat (stage_wait (is_in_class, &expectation, 3), >=, 0);
  n = count_urgent (&n_all);
  g_assert_cmpuint (n_all, >, 0);
  g_assert_cmpuint (n, ==, is_urgent ? n_all : 0);
}

static void
play_in_class (DeskRealtime expected)
{
  const gboolean is_urgent = expected == DESK_REALTIME_SYSTEM;
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) speaker = desk_speaker_new ();
  DeskOutput *output =
      desk_output_portaudio_new (system, desk_speaker_get_mixer (speaker), NULL, 20);
  DeskOutputMeter meter;

  desk_speaker_take_output (speaker, output);
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  assert_becomes (output, expected, is_urgent);
  desk_sound_system_set_realtime (system, FALSE);
  assert_becomes (output, DESK_REALTIME_NONE, FALSE);
  desk_sound_system_set_realtime (system, TRUE);
  assert_becomes (output, expected, is_urgent);

  /* opened anew, it is in the class again */
  desk_output_portaudio_change (output, NULL, 30);
  stage_run (0.5);
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  assert_becomes (output, expected, is_urgent);
  desk_output_measure (output, &meter);
  g_assert_cmpuint (meter.n_callbacks, >, 50);
}

static gboolean
has_latency (gpointer data)
{
  DeskOutputMeter meter;

  desk_output_measure (data, &meter);
  return meter.latency_ms > 0.9 * DESK_OUTPUT_ORDINARY_LATENCY_MS;
}

static gboolean
has_low_latency (gpointer data)
{
  DeskOutputMeter meter;

  desk_output_measure (data, &meter);
  return meter.latency_ms > 1 && meter.latency_ms < 2 * DESK_OUTPUT_DEFAULT_LATENCY_MS;
}

/* The default is what the class bears; a latency that somebody chose is left alone. */
static void
play_by_default (gboolean is_granted)
{
  g_autoptr (DeskSoundSystem) system = desk_sound_system_new ();
  g_autoptr (DeskSpeaker) speaker = desk_speaker_new ();
  DeskOutput *output = desk_output_portaudio_new (system, desk_speaker_get_mixer (speaker), NULL,
                                                  DESK_OUTPUT_DEFAULT_LATENCY_MS);

  desk_speaker_take_output (speaker, output);
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  stage_run (0.5);
  g_assert_true (is_granted ? has_low_latency (output) : has_latency (output));
  desk_sound_system_set_realtime (system, FALSE);
  g_assert_cmpfloat (stage_wait (has_latency, output, 3), >=, 0);
  desk_sound_system_set_realtime (system, TRUE);
  g_assert_cmpfloat (stage_wait (is_granted ? has_low_latency : has_latency, output, 3), >=, 0);
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);

  desk_output_portaudio_change (output, NULL, DESK_OUTPUT_DEFAULT_LATENCY_MS + 2);
  g_assert_cmpfloat (stage_wait (has_low_latency, output, 3), >=, 0);
}

static void
test_streams_are_in_class (void)
{
  if (!has_rights ())
    return;
  play_in_class (DESK_REALTIME_SYSTEM);
  play_by_default (TRUE);
}

/* A server that dies must not make a thread of the class run without a pause: the guard would be needed,
 * and the class gone for good. */
static void
test_outlives_server (void)
{
  g_autoptr (DeskSoundSystem) system = NULL;
  g_autoptr (DeskSpeaker) speaker = NULL;
  DeskOutput *output;

  if (!has_rights ())
    return;
  system = desk_sound_system_new ();
  speaker = desk_speaker_new ();
  output = desk_output_portaudio_new (system, desk_speaker_get_mixer (speaker), NULL, 20);
  desk_speaker_take_output (speaker, output);
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 5), >=, 0);
  stage_kill_server ();
  g_assert_cmpfloat (stage_wait (stage_is_lost, speaker, 5), >=, 0);
  stage_run (0.3);
  g_assert_false (desk_guard_was_needed ());
  stage_start_server ();
  g_assert_cmpfloat (stage_wait (stage_is_playing, speaker, 10), >=, 0);
  assert_becomes (output, DESK_REALTIME_SYSTEM, TRUE);
}

static gboolean
is_heard (gpointer microphone)
{
  return desk_microphone_get_state (microphone) == DESK_OUTPUT_PLAYING;
}

static gboolean
is_heard_in_class (gpointer microphone)
{
  DeskOutputMeter meter;

  desk_microphone_measure (microphone, &meter);
  return meter.realtime == DESK_REALTIME_SYSTEM;
}

/* A source that reads a pipe: nothing comes from it until something is written there. */
static int
open_mouth (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HOME"), "mouth", NULL);
  g_autofree char *command = g_strdup_printf (
      "load-module module-pipe-source source_name=mouth file=%s format=s16le rate=48000 channels=1",
      path);
  int pipe;

  stage_pactl (command);
  pipe = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (pipe, >=, 0);
  return pipe;
}

/* PortAudio's thread does not sleep before the first frames come: the guard must not be needed. */
static void
test_bears_late_microphone (void)
{
  static const gint16 said[24000] = { 1000 };
  g_autoptr (DeskSoundSystem) system = NULL;
  g_autoptr (DeskMicrophone) microphone = NULL;
  DeskTap *tap;
  int pipe;

  if (!has_rights ())
    return;
  pipe = open_mouth ();
  tap = g_aligned_alloc0 (1, sizeof (DeskTap), 64);
  system = desk_sound_system_new ();
  microphone = desk_microphone_new (system, tap, "mouth");
  desk_microphone_start (microphone);
  stage_run (1);
  g_assert_false (is_heard (microphone));
  g_assert_false (desk_guard_was_needed ());

  g_assert_cmpint (write (pipe, said, sizeof said), ==, sizeof said);
  g_assert_cmpfloat (stage_wait (is_heard, microphone, 5), >=, 0);
  g_assert_cmpfloat (stage_wait (is_heard_in_class, microphone, 2), >=, 0);
  g_assert_false (desk_guard_was_needed ());
  g_clear_pointer (&microphone, desk_microphone_destroy);
  g_aligned_free (tap);
  close (pipe);
  stage_pactl ("unload-module module-pipe-source");
}

static void
test_plays_without (void)
{
  if (g_test_subprocess ()) {
    give_up_rights ();
    play_in_class (DESK_REALTIME_REFUSED);
    play_by_default (FALSE);
    return;
  }
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

int
main (int argc, char **argv)
{
  static const KitCase grants = { MOCK_KIT_GRANTS, DESK_REALTIME_KIT };
  static const KitCase lies = { MOCK_KIT_LIES, DESK_REALTIME_REFUSED };
  static const KitCase refuses = { MOCK_KIT_REFUSES, DESK_REALTIME_REFUSED };
  static const KitCase hangs = { MOCK_KIT_HANGS, DESK_REALTIME_REFUSED };

  g_test_init (&argc, &argv, NULL);

#define PREFIX "/audio/realtime-class/"
  g_test_add_func (PREFIX "newborns", test_finds_newborns);
  g_test_add_func (PREFIX "system", test_asks_system);
  g_test_add_data_func (PREFIX "kit/grants", &grants, test_asks_kit);
  g_test_add_data_func (PREFIX "kit/lies", &lies, test_asks_kit);
  g_test_add_data_func (PREFIX "kit/refuses", &refuses, test_asks_kit);
  g_test_add_data_func (PREFIX "kit/hangs", &hangs, test_asks_kit);
  g_test_add_func (PREFIX "kit/not-waited-for", test_never_waits_for_kit);
  g_test_add_func (PREFIX "kit/no-bus", test_no_bus);
  g_test_add_data_func (PREFIX "guard/hog", GINT_TO_POINTER (FALSE), test_takes_class_from_hog);
  g_test_add_data_func (PREFIX "guard/deaf-hog", GINT_TO_POINTER (TRUE), test_takes_class_from_hog);
  g_test_add_func (PREFIX "guard/hog-of-kit", test_hog_of_kit_is_not_killed);
  g_test_add_func (PREFIX "guard/unguarded", test_unguarded_hog_dies);
  g_test_add_func (PREFIX "guard/other-limit", test_other_limit_ends_program);
  g_test_add_func (PREFIX "streams", test_streams_are_in_class);
  g_test_add_func (PREFIX "outlives-server", test_outlives_server);
  g_test_add_func (PREFIX "late-microphone", test_bears_late_microphone);
  g_test_add_func (PREFIX "streams-without", test_plays_without);

  return g_test_run ();
}
