/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/realtime-kit.h"

#include "audio/realtime-guard.h"

#define KIT "org.freedesktop.RealtimeKit1"
#define KIT_PATH "/org/freedesktop/RealtimeKit1"
#define PATIENCE_MS 500

/* What it grants at most. */
typedef struct {
  int priority;
  gint64 limit_us; /* of RLIMIT_RTTIME, the hard one */
} Terms;

/* A connection of our own: the shared one ends the program when the bus goes. */
static GDBusConnection *
connect_to_bus (GCancellable *stop, GError **error)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SYSTEM, stop, error);

  if (address == NULL)
    return NULL;
  return g_dbus_connection_new_for_address_sync (address,
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, stop, error);
}

static GVariant *
call (GDBusConnection *bus,
      const char *interface,
      const char *method,
      GVariant *arguments,
      const char *answer,
      GCancellable *stop,
      GError **error)
{
  return g_dbus_connection_call_sync (bus, KIT, KIT_PATH, interface, method, arguments,
                                      G_VARIANT_TYPE (answer), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS,
                                      stop, error);
}

/* -1: it has none, or none that can be used. It is an int32 or an int64. */
static gint64
ask_number (GDBusConnection *bus, const char *name, GCancellable *stop, GError **error)
{
  g_autoptr (GVariant) answer = call (bus, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", KIT, name), "(v)", stop, error);
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return -1;
  g_variant_get (answer, "(v)", &value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32) && g_variant_get_int32 (value) > 0)
    return g_variant_get_int32 (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) && g_variant_get_int64 (value) > 0)
    return g_variant_get_int64 (value);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "RealtimeKit: %s", name);
  return -1;
}

static gboolean
ask_terms (GDBusConnection *bus, Terms *terms, GCancellable *stop, GError **error)
{
  const gint64 most = ask_number (bus, "MaxRealtimePriority", stop, error);

  if (most < 0)
    return FALSE;
  terms->priority = (int) MIN (terms->priority, most);
  terms->limit_us = ask_number (bus, "RTTimeUSecMax", stop, error);
  return terms->limit_us > 0;
}

static gboolean
ask_for (GDBusConnection *bus, pid_t thread, const Terms *terms, GCancellable *stop, GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  if (!desk_guard_watch (thread, terms->limit_us)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "RLIMIT_RTTIME: %s", g_strerror (errno));
    return FALSE;
  }
  answer =
      call (bus, KIT, "MakeThreadRealtime",
            g_variant_new ("(tu)", (guint64) thread, (guint32) terms->priority), "()", stop, error);
  return answer != NULL;
}

gboolean
desk_realtime_kit_ask (const GArray *threads, int priority, GCancellable *stop, GError **error)
{
  g_autoptr (GDBusConnection) bus = connect_to_bus (stop, error);
  Terms terms = { .priority = priority };
  gboolean is_granted = bus != NULL && ask_terms (bus, &terms, stop, error);

  for (guint i = 0; i < threads->len && is_granted; i++)
    is_granted = ask_for (bus, g_array_index (threads, pid_t, i), &terms, stop, error);
  if (bus != NULL)
    g_dbus_connection_close_sync (bus, NULL, NULL);
  return is_granted;
}
