/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "mock-kit.h"

#include <sched.h>
#include <sys/resource.h>

#define KIT "org.freedesktop.RealtimeKit1"

struct _MockKit {
  MockKitManner manner;
  GTestDBus *bus; /* owned, as all below */
  GMainLoop *loop;
  GThread *thread;
  gint n_asked; /* atomic, as the next */
  gint is_ready;
};

static const char introspection[] =
    "<node><interface name='" KIT "'>"
    "<method name='MakeThreadRealtime'>"
    "<arg type='t' direction='in'/><arg type='u' direction='in'/></method>"
    "<property name='MaxRealtimePriority' type='i' access='read'/>"
    "<property name='RTTimeUSecMax' type='x' access='read'/>"
    "</interface></node>";

static GVariant *
on_property (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *name,
             GError **error,
             gpointer data)
{
  return g_str_equal (name, "MaxRealtimePriority") ? g_variant_new_int32 (MOCK_KIT_MOST_PRIORITY)
                                                   : g_variant_new_int64 (MOCK_KIT_LIMIT_US);
}

/* The kernel gives one who may all that is asked for: it is the kit that has to look. */
static gboolean
grant (pid_t thread, guint priority)
{
  const struct sched_param param = { .sched_priority = (int) priority };
  struct rlimit limit;

  return priority <= MOCK_KIT_MOST_PRIORITY && prlimit (thread, RLIMIT_RTTIME, NULL, &limit) == 0 &&
         limit.rlim_max <= MOCK_KIT_LIMIT_US && limit.rlim_cur < limit.rlim_max &&
         sched_setscheduler (thread, SCHED_RR | SCHED_RESET_ON_FORK, &param) == 0;
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  MockKit *self = data;
  guint64 thread;
  guint32 priority;

  g_variant_get (arguments, "(tu)", &thread, &priority);
  g_atomic_int_inc (&self->n_asked);
  if (self->manner == MOCK_KIT_HANGS) {
    g_object_unref (invocation); /* nothing is sent */
    return;
  }
  if (self->manner == MOCK_KIT_LIES ||
      (self->manner == MOCK_KIT_GRANTS && grant ((pid_t) thread, priority)))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_ACCESS_DENIED,
                                           "no");
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer data)
{
  MockKit *self = data;

  g_atomic_int_set (&self->is_ready, TRUE);
}

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call, .get_property = on_property };
  MockKit *self = data;
  GMainContext *context = g_main_loop_get_context (self->loop);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  guint name;

  g_main_context_push_thread_default (context);
  connection = connect_to (self->bus);
  g_assert_cmpuint (g_dbus_connection_register_object (connection, "/org/freedesktop/RealtimeKit1",
                                                       info->interfaces[0], &table, self, NULL,
                                                       NULL),
                    >, 0);
  name = g_bus_own_name_on_connection (connection, KIT, G_BUS_NAME_OWNER_FLAGS_NONE,
                                       on_name_acquired, NULL, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (context);
  return NULL;
}

MockKit *
mock_kit_new (MockKitManner manner)
{
  MockKit *self = g_new0 (MockKit, 1);
  g_autoptr (GMainContext) context = g_main_context_new ();

  self->manner = manner;
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (self->bus), TRUE);
  self->loop = g_main_loop_new (context, FALSE);
  self->thread = g_thread_new ("mock-kit", serve, self);
  while (!g_atomic_int_get (&self->is_ready))
    g_usleep (1000);
  return self;
}

guint
mock_kit_get_n_asked (MockKit *self)
{
  return (guint) g_atomic_int_get (&self->n_asked);
}

void
mock_kit_free (MockKit *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
  g_free (self);
}
