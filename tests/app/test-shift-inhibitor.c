/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/shift-inhibitor.h"

#include "app/let-go.h"
#include "hands.h"
#include "library-fixture.h"
#include "page-fixture.h"

/* The screen saver is asked to stay away where no session manager is, and what it answers is given back. Here it
 * answers when the test says so. */

#define SAVER "org.freedesktop.ScreenSaver"
#define PATH "/org/freedesktop/ScreenSaver"

static const char xml[] = "<node><interface name='" SAVER "'>"
                          "<method name='Inhibit'><arg type='s'/><arg type='s'/>"
                          "<arg type='u' direction='out'/></method>"
                          "<method name='UnInhibit'><arg type='u'/></method>"
                          "</interface></node>";

typedef struct {
  GDBusConnection *bus;
  guint object;
  guint name;
  gboolean is_there;
  GQueue asked;    /* of GDBusMethodInvocation: not answered yet */
  guint n_cookies; /* given out so far; each is the number of its own */
  guint n_held;    /* of them, not given back */
  DeskScenario *scenario;
  DeskSession *session;
  GtkWidget *window;
  DeskShiftInhibitor *inhibitor;
} Fixture;

static GtkApplication *application;

static void
on_call (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Fixture *fixture = data;

  if (g_str_equal (method, "Inhibit")) {
    g_queue_push_tail (&fixture->asked, invocation);
    return;
  }
  fixture->n_held--;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
on_name (GDBusConnection *bus, const char *name, gpointer data)
{
  ((Fixture *) data)->is_there = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);

  fixture->bus = g_application_get_dbus_connection (G_APPLICATION (application));
  fixture->object = g_dbus_connection_register_object (fixture->bus, PATH, node->interfaces[0],
                                                       &vtable, fixture, NULL, NULL);
  fixture->name = g_bus_own_name_on_connection (fixture->bus, SAVER, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                on_name, NULL, fixture, NULL);
  desk_test_wait (fixture->is_there);
  fixture->scenario = desk_test_scenario_new_default ();
  fixture->session = desk_test_session_new (fixture->scenario);
  fixture->window = gtk_application_window_new (application);
  fixture->inhibitor = desk_shift_inhibitor_new (GTK_WINDOW (fixture->window), fixture->session);
  desk_test_wait (fixture->asked.length == 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_let_go (&fixture->inhibitor);
  gtk_widget_destroy (fixture->window);
  g_object_unref (fixture->session);
  desk_scenario_unref (fixture->scenario);
  g_bus_unown_name (fixture->name);
  g_dbus_connection_unregister_object (fixture->bus, fixture->object);
}

static void
answer (Fixture *fixture)
{
  GDBusMethodInvocation *invocation = g_queue_pop_head (&fixture->asked);

  fixture->n_held++;
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", ++fixture->n_cookies));
  desk_test_run_for (100);
}

static void
dispatch (Fixture *fixture, DeskCommandType type)
{
  const DeskCommand command = { .type = type };

  desk_session_dispatch (fixture->session, &command, 1000);
}

static void
test_until_the_pause (Fixture *fixture, gconstpointer data)
{
  answer (fixture);
  g_assert_cmpuint (fixture->n_held, ==, 1);
  dispatch (fixture, DESK_COMMAND_PAUSE);
  desk_test_wait (fixture->n_held == 0);
}

static void
test_too_late (Fixture *fixture, gconstpointer data)
{
  dispatch (fixture, DESK_COMMAND_PAUSE);
  answer (fixture);
  desk_test_wait (fixture->n_held == 0);
}

/* The shift was paused and went on before the first answer, so there are two of them. */
static void
test_asked_twice (Fixture *fixture, gconstpointer data)
{
  dispatch (fixture, DESK_COMMAND_PAUSE);
  dispatch (fixture, DESK_COMMAND_UNPAUSE);
  desk_test_wait (fixture->asked.length == 2);
  answer (fixture);
  answer (fixture);
  desk_test_wait (fixture->n_held == 1);
  dispatch (fixture, DESK_COMMAND_PAUSE);
  desk_test_wait (fixture->n_held == 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = desk_test_application_new ();

#define ADD(name, test)                                                                            \
  g_test_add ("/app/shift-inhibitor/" name, Fixture, NULL, set_up, test, tear_down)

  ADD ("until-the-pause", test_until_the_pause);
  ADD ("too-late", test_too_late);
  ADD ("asked-twice", test_asked_twice);
  return g_test_run ();
}
