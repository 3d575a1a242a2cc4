/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/console-page.h"
#include "app/message-pad.h"

#include "app/appearance.h"
#include "app/call-card.h"
#include "app/console-layout.h"
#include "app/glance.h"
#include "app/lamp.h"
#include "app/line-key.h"
#include "app/notice.h"
#include "cli/settings.h"
#include "app/wording.h"
#include "hands.h"
#include "page-fixture.h"

/* The console in a real window, with the real clock: what is painted, frame by frame, against the state
 * of the session; and whether it finds room. */

static const char yaml[] =
    "format: 1\n"
    "title: A morning at the front desk of a company with a long name\n"
    "language: en\n"
    "country: gb\n"
    "lines: 3\n"
    "duration: 1:00\n"
    "organisation: Northwick\n"
    "people:\n"
    "  - {id: anna, name: Anna Reed, extension: 201, answers_after: 1}\n"
    "  - {id: bernard, name: Bernard Featherstonehaugh-Cholmondeley, extension: 202}\n"
    "calls:\n"
    "  - id: first\n"
    "    at: 0:00\n"
    "    line: 1\n"
    "    caller: {surname: Marlowe}\n"
    "    display: {name: Marlowe, number: 01632 960001}\n"
    "    says: {opening: {text: Good morning}}\n"
    "    expect: {do: transfer, to: anna}\n"
    "  - id: second\n"
    "    at: 0:01\n"
    "    line: 2\n"
    "    priority: urgent\n"
    "    caller: {surname: Featherstonehaugh}\n"
    "    display: {name: \"Featherstonehaugh, Marmaduke\", number: 01632 960002}\n"
    "    says: {opening: {text: Good morning}}\n"
    "    expect: {do: decline}\n";

typedef struct {
  DeskScenario *scenario; /* owned, as below */
  GSettings *settings;
  DeskAppearance *appearance;
  DeskShift *shift;
  GtkWidget *window;
  GtkWidget *page; /* the window's */
  gulong paint_handler;
  guint n_frames;
  guint n_faults;
} Fixture;

static void
find (GtkWidget *widget, GType type, GPtrArray *found)
{
  g_autoptr (GList) children = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  if (!GTK_IS_CONTAINER (widget))
    return;
  children = gtk_container_get_children (GTK_CONTAINER (widget));
  for (GList *each = children; each != NULL; each = each->next)
    find (each->data, type, found);
}

/* (transfer container) */
static GPtrArray *
find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  find (root, type, found);
  return found;
}

static GtkWidget *
find_one (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = find_all (root, type);

  g_assert_cmpuint (found->len, >=, 1);
  return found->pdata[0];
}

static gboolean
has_class (gpointer widget, const char *name)
{
  return gtk_style_context_has_class (gtk_widget_get_style_context (widget), name);
}

/* The text of the label with this style class. */
static const char *
text_of (GtkWidget *root, const char *style_class)
{
  g_autoptr (GPtrArray) labels = find_all (root, GTK_TYPE_LABEL);

  for (guint n = 0; n < labels->len; n++)
    if (has_class (labels->pdata[n], style_class))
      return gtk_label_get_text (labels->pdata[n]);
  g_assert_not_reached ();
}

/* Time. */

static const DeskState *
state_of (Fixture *self)
{
  return desk_session_get_state (desk_shift_get_session (self->shift));
}

static void
wait_for_line (Fixture *self, guint line, DeskLineState wanted)
{
  for (guint n = 0; desk_state_line (state_of (self), line) != wanted; n++) {
    g_assert_cmpuint (n, <, 500);
    desk_test_run_for (10);
  }
}

/* Where nothing has changed it is painted all the same. */
static void
wait_for_a_frame (Fixture *self)
{
  const guint before = self->n_frames;

  gtk_widget_queue_draw (self->page);
  for (guint n = 0; self->n_frames == before; n++) {
    g_assert_cmpuint (n, <, 500);
    desk_test_run_for (10);
  }
}

static void
give (Fixture *self, DeskCommandType type, guint line)
{
  DeskCommand command = { .type = type, .line = line, .to = self->scenario->people[0] };

  desk_session_driver_command (desk_shift_get_driver (self->shift), &command);
  desk_test_run_for (60);
  wait_for_a_frame (self);
}

/* Frames. */

static void
fault (Fixture *self, guint line, const char *what, const char *is, const char *should)
{
  self->n_faults++;
  g_test_message ("frame %u, line %u: %s is “%s”, should be “%s”", self->n_frames, line, what, is,
                  should);
}

static void
compare (Fixture *self, guint line, const char *what, const char *is, const char *should)
{
  if (g_strcmp0 (is, should) != 0)
    fault (self, line, what, is, should);
}

/* The state that a widget is in by its style classes; NULL: none. */
static const char *
state_class_of (gpointer widget)
{
  for (guint n = 0; n < DESK_N_LINE_STATES; n++)
    if (has_class (widget, desk_line_state_name ((DeskLineState) n)))
      return desk_line_state_name ((DeskLineState) n);
  return NULL;
}

static char *
caller_on (Fixture *self, guint line)
{
  const DeskCall *call = desk_state_call_on_line (state_of (self), line);

  return call != NULL ? desk_wording_caller (call, self->scenario->country) : g_strdup ("");
}

static void
compare_key (Fixture *self, GtkWidget *key, guint line)
{
  g_autofree char *caller = caller_on (self, line);

  compare (self, line, "the key's state", state_class_of (key),
           desk_line_state_name (desk_state_line (state_of (self), line)));
  compare (self, line, "the key's caller", text_of (key, "desk-line-caller"), caller);
}

/* The card shows the call of the key that is marked, as that line stands. */
static void
compare_card (Fixture *self, guint line)
{
  GtkWidget *card = find_one (self->page, DESK_TYPE_CALL_CARD);
  g_autofree char *caller = caller_on (self, line);

  compare (self, line, "the card's state", state_class_of (find_one (card, DESK_TYPE_LAMP)),
           desk_line_state_name (desk_state_line (state_of (self), line)));
  compare (self, line, "the card's caller", text_of (card, "desk-current-caller"), caller);
}

static void
compare_handset (Fixture *self, guint marked)
{
  guint handset = desk_state_handset (state_of (self));

  if (handset > 0 && handset != marked)
    fault (self, handset, "the line that is talked on", "not marked", "marked");
}

static void
on_painted (Fixture *self)
{
  g_autoptr (GPtrArray) keys = find_all (self->page, DESK_TYPE_LINE_KEY);
  guint marked = 0;

  self->n_frames++;
  g_assert_cmpuint (keys->len, ==, self->scenario->n_lines);
  for (guint line = 1; line <= keys->len; line++) {
    compare_key (self, keys->pdata[line - 1], line);
    if (has_class (keys->pdata[line - 1], "selected"))
      marked = line;
  }
  if (marked > 0)
    compare_card (self, marked);
  compare_handset (self, marked);
}

/* The fixture. */

static void
open_window (Fixture *self)
{
  self->page = desk_console_page_new (self->shift, self->settings);
  self->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 700);
  gtk_container_add (GTK_CONTAINER (self->window), self->page);
  gtk_widget_show (self->window);
  gtk_window_resize (GTK_WINDOW (self->window), 1024, 700);
  desk_test_run_for (60);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const DeskTerms terms = { .mode = DESK_MODE_PRACTICE, .time = "1" };
  g_autoptr (DeskClipLengths) lengths = NULL;
  g_autoptr (GError) error = NULL;

  self->scenario = desk_test_scenario_new (yaml);
  lengths = desk_clip_lengths_new_by_words (self->scenario);
  self->settings = desk_settings_new (&error);
  g_assert_no_error (error);
  self->appearance = desk_appearance_new (self->settings);
  self->shift = desk_shift_new (self->scenario, lengths, "Sven", &terms, &error);
  g_assert_no_error (error);
  desk_shift_start (self->shift, &error);
  g_assert_no_error (error);
  open_window (self);
  self->paint_handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window),
                                                  "after-paint", G_CALLBACK (on_painted), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (self->window), self->paint_handler);
  gtk_widget_destroy (self->window);
  g_clear_object (&self->shift);
  g_clear_object (&self->appearance);
  g_settings_reset (self->settings, "text-scale");
  g_settings_reset (self->settings, "large-targets");
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
}

static void
test_frames (Fixture *self, gconstpointer data)
{
  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  give (self, DESK_COMMAND_HOLD, 1);
  wait_for_line (self, 2, DESK_LINE_RINGING);
  desk_test_run_for (60);
  give (self, DESK_COMMAND_RESUME, 1);
  give (self, DESK_COMMAND_ANSWER, 2);
  give (self, DESK_COMMAND_RESUME, 1);
  give (self, DESK_COMMAND_CONSULT, 1);
  give (self, DESK_COMMAND_CANCEL, 1);
  give (self, DESK_COMMAND_ANSWER, 3); /* nobody is there: rejected */
  give (self, DESK_COMMAND_TRANSFER, 1);
  give (self, DESK_COMMAND_RESUME, 2);
  wait_for_line (self, 1, DESK_LINE_IDLE);
  give (self, DESK_COMMAND_RELEASE, 2);
  g_assert_cmpuint (self->n_frames, >=, 10);
  g_assert_cmpuint (self->n_faults, ==, 0);
}

/* The comparison sees what it is for: a page that does not follow is told from its frames. */
static void
test_deliberate_fault (Fixture *self, gconstpointer data)
{
  DeskSession *session = desk_shift_get_session (self->shift);

  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  g_assert_cmpuint (self->n_faults, ==, 0);
  g_assert_cmpuint (
      g_signal_handlers_block_matched (session, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self->page),
      >, 0);
  give (self, DESK_COMMAND_HOLD, 1);
  g_assert_cmpuint (self->n_faults, >, 0);
}

/* A call that rings takes neither the card nor the focus. */
static void
test_ringing_takes_nothing (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find_one (self->page, DESK_TYPE_CALL_CARD);
  GtkWidget *entry = find_one (self->page, GTK_TYPE_ENTRY);

  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  gtk_widget_grab_focus (entry);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == entry);
  wait_for_line (self, 2, DESK_LINE_RINGING);
  desk_test_run_for (120);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == entry);
  g_assert_cmpstr (text_of (card, "desk-current-caller"), ==, "Marlowe");
  g_assert_cmpstr (state_class_of (find_one (card, DESK_TYPE_LAMP)), ==, "connected");
  g_assert_cmpuint (self->n_faults, ==, 0);
}

/* Room. */

typedef struct {
  int width;
  int height;
  double scale;
  DeskArrangement arrangement;
} Room;

static void
test_arrangements (void)
{
  static const Room rooms[] = {
    { 1024, 590, 1, DESK_ARRANGEMENT_COLUMNS },  { 1280, 690, 1, DESK_ARRANGEMENT_COLUMNS },
    { 1920, 970, 1, DESK_ARRANGEMENT_FOUR },     { 3840, 2050, 1, DESK_ARRANGEMENT_FOUR },
    { 3840, 2000, 2, DESK_ARRANGEMENT_FOUR },    { 1280, 660, 1.5, DESK_ARRANGEMENT_PAIR },
    { 1920, 900, 2, DESK_ARRANGEMENT_PAIR },     { 1280, 640, 2, DESK_ARRANGEMENT_SINGLE },
    { 1024, 560, 1.5, DESK_ARRANGEMENT_SINGLE }, { 1024, 540, 2, DESK_ARRANGEMENT_SINGLE },
    { 1280, 400, 1, DESK_ARRANGEMENT_PAIR },
  };

  for (guint n = 0; n < G_N_ELEMENTS (rooms); n++)
    g_assert_cmpint (desk_arrangement_for (rooms[n].width, rooms[n].height, rooms[n].scale), ==,
                     rooms[n].arrangement);
}

/* What a pane holds is no wider than the pane. */
static void
assert_panes_fit (Fixture *self, double scale)
{
  DeskConsoleLayout *layout = DESK_CONSOLE_LAYOUT (find_one (self->page, DESK_TYPE_CONSOLE_LAYOUT));
  g_autoptr (GPtrArray) panes = find_all (GTK_WIDGET (layout), GTK_TYPE_SCROLLED_WINDOW);

  for (guint n = 0; n < panes->len; n++) {
    GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (panes->pdata[n]);

    if (gtk_widget_get_parent (panes->pdata[n]) != GTK_WIDGET (layout) ||
        !gtk_widget_get_mapped (panes->pdata[n]))
      continue;
    g_test_message ("×%.1f: %.0f in %.0f", scale, gtk_adjustment_get_upper (across),
                    gtk_adjustment_get_page_size (across));
    g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=,
                       gtk_adjustment_get_page_size (across));
  }
}

static void
assert_window_fits (Fixture *self)
{
  int width, height;

  gtk_window_get_size (GTK_WINDOW (self->window), &width, &height);
  g_assert_cmpint (width, <=, 1024);
  g_assert_cmpint (height, <=, 700);
}

static void
test_room (Fixture *self, gconstpointer large)
{
  static const double scales[] = { 1, 1.25, 1.5, 1.75, 2 };
  DeskConsoleLayout *layout = DESK_CONSOLE_LAYOUT (find_one (self->page, DESK_TYPE_CONSOLE_LAYOUT));

  g_settings_set_boolean (self->settings, "large-targets", large != NULL);
  wait_for_line (self, 2, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  for (guint n = 0; n < G_N_ELEMENTS (scales); n++) {
    g_settings_set_double (self->settings, "text-scale", scales[n]);
    desk_test_run_for (400); /* a theme may take 200 ms to change a button's size */
    assert_window_fits (self);
    for (DeskPane pane = DESK_PANE_CALL; pane <= DESK_PANE_SLIP; pane++) {
      desk_console_layout_raise (layout, pane);
      desk_test_run_for (60);
      assert_panes_fit (self, scales[n]);
    }
  }
  g_assert_cmpint (desk_console_layout_get_arrangement (layout), ==, DESK_ARRANGEMENT_SINGLE);
}

static gboolean
has_focus_within (Fixture *self, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* A key that goes to the directory or the slip finds it, though it is behind a tab, and Tab goes on from there; what
 * is hidden keeps no focus. */
static void
test_tabs (Fixture *self, gconstpointer data)
{
  DeskConsoleLayout *layout = DESK_CONSOLE_LAYOUT (find_one (self->page, DESK_TYPE_CONSOLE_LAYOUT));
  GActionGroup *actions = desk_console_page_get_actions (DESK_CONSOLE_PAGE (self->page));

  g_settings_set_double (self->settings, "text-scale", 2);
  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  g_assert_true (desk_console_layout_is_in_sight (layout, DESK_PANE_CALL));
  g_assert_false (desk_console_layout_is_in_sight (layout, DESK_PANE_DIRECTORY));
  g_action_group_activate_action (actions, "directory", NULL);
  g_assert_true (desk_console_layout_is_in_sight (layout, DESK_PANE_DIRECTORY));
  g_assert_false (desk_console_layout_is_in_sight (layout, DESK_PANE_CALL));
  g_action_group_activate_action (actions, "message", NULL);
  g_assert_true (desk_console_layout_is_in_sight (layout, DESK_PANE_SLIP));
  g_assert_true (has_focus_within (self, DESK_TYPE_MESSAGE_PAD));
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus_within (self, DESK_TYPE_MESSAGE_PAD));
  desk_console_layout_raise (layout, DESK_PANE_CALL);
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (self->window)));
}

/* Notices. */

/* Where a widget lies in the window: what a notice must neither move nor cover. */
typedef struct {
  GdkRectangle place;
  GdkRectangle seen; /* of it, through the viewports that it is in; no width: nothing */
} Place;

typedef struct {
  GHashTable *places;     /* widget to Place */
  const GdkRectangle *in; /* what is seen of the widget's parent */
} Search;

static void
note_place (GtkWidget *widget, gpointer data)
{
  const Search *search = data;
  GtkAllocation size;
  Place *place;
  int x, y;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_get_allocation (widget, &size);
  gtk_widget_translate_coordinates (widget, gtk_widget_get_toplevel (widget), 0, 0, &x, &y);
  place = g_new (Place, 1);
  place->place = (GdkRectangle){ x, y, size.width, size.height };
  gdk_rectangle_intersect (&place->place, search->in, &place->seen);
  g_hash_table_insert (search->places, widget, place);
  if (GTK_IS_CONTAINER (widget)) {
    /* An empty rectangle cuts what is inside it to nothing, too. */
    Search inside = { search->places, GTK_IS_VIEWPORT (widget) ? &place->seen : search->in };

    gtk_container_forall (GTK_CONTAINER (widget), note_place, &inside);
  }
}

/* (transfer full): widget to Place */
static GHashTable *
places_of (Fixture *self)
{
  const GdkRectangle everywhere = { -G_MAXSHORT, -G_MAXSHORT, 2 * G_MAXSHORT, 2 * G_MAXSHORT };
  Search search = { g_hash_table_new_full (NULL, NULL, NULL, g_free), &everywhere };

  note_place (self->page, &search);
  return search.places;
}

static void
assert_nothing_moved (GHashTable *before, GHashTable *after, GtkWidget *notice)
{
  GHashTableIter each;
  gpointer widget, place;

  g_hash_table_iter_init (&each, before);
  while (g_hash_table_iter_next (&each, &widget, &place)) {
    const Place *now = g_hash_table_lookup (after, widget);

    if (!gtk_widget_is_ancestor (widget, notice) &&
        (now == NULL || !gdk_rectangle_equal (&((Place *) place)->place, &now->place)))
      g_error ("a notice moves a %s", G_OBJECT_TYPE_NAME (widget));
  }
}

/* Whatever is seen of any widget, also of one that is scrolled; `n` of those were looked at. */
static void
assert_nothing_covered (GHashTable *places, GtkWidget *notice, guint *n)
{
  const Place *strip = g_hash_table_lookup (places, notice);
  GHashTableIter each;
  gpointer widget, place;

  g_assert_nonnull (strip);
  *n = 0;
  g_hash_table_iter_init (&each, places);
  while (g_hash_table_iter_next (&each, &widget, &place)) {
    const GdkRectangle *seen = &((Place *) place)->seen;

    if (widget == notice || gtk_widget_is_ancestor (widget, notice) ||
        gtk_widget_is_ancestor (notice, widget) || seen->width == 0 || seen->height == 0)
      continue;
    if (gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT) != NULL)
      ++*n;
    if (gdk_rectangle_intersect (seen, &strip->place, NULL))
      g_error ("a notice covers a %s", G_OBJECT_TYPE_NAME (widget));
  }
}

static void
assert_notice (Fixture *self, const char *words)
{
  GtkWidget *notice = find_one (self->page, DESK_TYPE_NOTICE);
  GtkLabel *label = GTK_LABEL (find_one (notice, GTK_TYPE_LABEL));
  g_autoptr (GHashTable) before = places_of (self);
  g_autoptr (GHashTable) after = NULL;
  guint n_scrolled;

  desk_console_page_tell (DESK_CONSOLE_PAGE (self->page), words);
  desk_test_run_for (100);
  after = places_of (self);
  assert_nothing_moved (before, after, notice);
  assert_nothing_covered (after, notice, &n_scrolled);
  g_assert_cmpuint (n_scrolled, >, 0);
  g_assert_cmpstr (gtk_label_get_text (label), ==, words);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
  desk_notice_hide (DESK_NOTICE (notice));
  desk_test_run_for (60);
}

/* As long as any: what is told when a recording is stopped, and of a caller with a long name. */
static const char *const long_notices[] = {
  "Line 2 is waiting while you consult: complete the transfer (Ctrl+Enter) or take the call back (Ctrl+B) first.",
  "Linje 12, Wachtmeister-Gyllenstierna, Carl-Johan: Rutger Malmsköld svarade inte: samtalet kommer tillbaka.",
};

/* Whatever the size of the text and whichever pane is in front, a notice is seen whole, covers nothing and moves
 * nothing. */
static void
test_notice (Fixture *self, gconstpointer data)
{
  static const double scales[] = { 1, 1.25, 1.5, 2 };
  DeskConsoleLayout *layout = DESK_CONSOLE_LAYOUT (find_one (self->page, DESK_TYPE_CONSOLE_LAYOUT));
  DeskCommand pause = { .type = DESK_COMMAND_PAUSE };

  wait_for_line (self, 2, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  desk_session_driver_command (desk_shift_get_driver (self->shift),
                               &pause); /* no clock moves anything */
  for (guint n = 0; n < G_N_ELEMENTS (scales); n++) {
    g_settings_set_double (self->settings, "text-scale", scales[n]);
    desk_test_run_for (400);
    for (DeskPane pane = DESK_PANE_CALL; pane <= DESK_PANE_SLIP; pane++) {
      desk_console_layout_raise (layout, pane);
      desk_test_run_for (60);
      g_test_message ("×%.2f, pane %u", scales[n], pane);
      for (guint i = 0; i < G_N_ELEMENTS (long_notices); i++)
        assert_notice (self, long_notices[i]);
    }
  }
}

/* What is too long for two lines, such as what would give people a voice, is whole in the tooltip and for a screen
 * reader. */
static void
test_long_notice (Fixture *self, gconstpointer data)
{
  GtkWidget *notice = find_one (self->page, DESK_TYPE_NOTICE);
  GtkWidget *label = find_one (notice, GTK_TYPE_LABEL);
  g_autofree char *words = g_strjoin (" ", long_notices[0], long_notices[0], long_notices[0], NULL);
  g_autofree char *tooltip = NULL;

  g_settings_set_double (self->settings, "text-scale", 2);
  desk_test_run_for (400);
  desk_console_page_tell (DESK_CONSOLE_PAGE (self->page), words);
  desk_test_run_for (60);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  tooltip = gtk_widget_get_tooltip_text (notice);
  g_assert_cmpstr (tooltip, ==, words);
  g_assert_cmpstr (atk_object_get_name (gtk_widget_get_accessible (label)), ==, words);
}

static const char *
notice_of (Fixture *self)
{
  GtkWidget *notice = find_one (self->page, DESK_TYPE_NOTICE);

  return gtk_label_get_text (GTK_LABEL (find_one (notice, GTK_TYPE_LABEL)));
}

/* What could not be done is told until something else was done. */
static void
test_rejection (Fixture *self, gconstpointer data)
{
  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 3);
  g_assert_cmpstr (notice_of (self), ==, "Line 3 is idle: nobody is calling on it.");
  give (self, DESK_COMMAND_ANSWER, 1);
  g_assert_cmpstr (notice_of (self), ==, "");
}

/* What matters less does not take the place of what could not be done. */
static void
test_mention (Fixture *self, gconstpointer data)
{
  DeskConsolePage *page = DESK_CONSOLE_PAGE (self->page);

  wait_for_line (self, 1, DESK_LINE_RINGING);
  desk_console_page_tell (page, "The sound is gone.");
  desk_console_page_mention (page, "The sound is back.", "The sound is gone.");
  g_assert_cmpstr (notice_of (self), ==, "The sound is back.");
  give (self, DESK_COMMAND_ANSWER, 3);
  desk_console_page_mention (page, "The sound is back.", "The sound is gone.");
  g_assert_cmpstr (notice_of (self), ==, "Line 3 is idle: nobody is calling on it.");
}

/* What there is to do once a call is over. */

static const char *
status_of (Fixture *self)
{
  GtkWidget *card = find_one (self->page, DESK_TYPE_CALL_CARD);

  return gtk_label_get_text (
      GTK_LABEL (gtk_widget_get_template_child (card, DESK_TYPE_CALL_CARD, "status")));
}

/* With the next second of the clock, at the latest. */
static void
wait_for_status (Fixture *self, const char *words)
{
  for (guint n = 0; g_strcmp0 (status_of (self), words) != 0; n++) {
    if (n == 500)
      g_error ("the card says “%s”, not “%s”", status_of (self), words);
    desk_test_run_for (10);
  }
}

static void
note_name (Fixture *self, DeskCommandType type, const char *name)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  DeskCommand command = { .type = type, .slip = slip, .call = self->scenario->calls[1] };

  g_free (slip->name);
  slip->name = g_strdup (name);
  desk_session_driver_command (desk_shift_get_driver (self->shift), &command);
  desk_test_run_for (60);
}

/* Nobody owes a message to a caller who was put through, nor one that was handed in. */
static void
test_owed (Fixture *self, gconstpointer data)
{
  wait_for_line (self, 2, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 2);
  note_name (self, DESK_COMMAND_DRAFT, "Marmaduke");
  give (self, DESK_COMMAND_RELEASE, 2);
  wait_for_status (self, "The call has ended. Finish its message, or take the next call.");
  note_name (self, DESK_COMMAND_MESSAGE, "Marmaduke");
  wait_for_status (self, "The call has ended. Take the next call.");
  note_name (self, DESK_COMMAND_DRAFT, "Marmaduke F.");
  wait_for_status (self, "The call has ended. Finish its message, or take the next call.");
  note_name (self, DESK_COMMAND_MESSAGE, "Marmaduke F.");
  give (self, DESK_COMMAND_ANSWER, 1);
  give (self, DESK_COMMAND_TRANSFER, 1);
  wait_for_line (self, 1, DESK_LINE_IDLE);
  desk_test_run_for (60);
  wait_for_status (self, "The call has ended.");
  g_assert_cmpstr (notice_of (self), ==, "The last call is done. Finish the shift (Ctrl+F).");
}

/* Nor is what was noted down meanwhile. */
static void
test_put_through (Fixture *self, gconstpointer data)
{
  g_autoptr (DeskSlip) slip = desk_slip_new ();
  DeskCommand note = { .type = DESK_COMMAND_DRAFT, .slip = slip, .call = self->scenario->calls[0] };

  wait_for_line (self, 1, DESK_LINE_RINGING);
  give (self, DESK_COMMAND_ANSWER, 1);
  g_free (slip->name);
  slip->name = g_strdup ("Marlowe");
  desk_session_driver_command (desk_shift_get_driver (self->shift), &note);
  give (self, DESK_COMMAND_TRANSFER, 1);
  wait_for_line (self, 1, DESK_LINE_IDLE);
  desk_test_run_for (60);
  wait_for_status (self, "The caller was put through. Take the next call.");
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/console-page/arrangements", test_arrangements);
#define ADD(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/console-page/frames", NULL, test_frames);
  ADD ("/console-page/deliberate-fault", NULL, test_deliberate_fault);
  ADD ("/console-page/ringing-takes-nothing", NULL, test_ringing_takes_nothing);
  ADD ("/console-page/room", NULL, test_room);
  ADD ("/console-page/room-large-targets", "large", test_room);
  ADD ("/console-page/tabs", NULL, test_tabs);
  ADD ("/console-page/notice", NULL, test_notice);
  ADD ("/console-page/long-notice", NULL, test_long_notice);
  ADD ("/console-page/rejection", NULL, test_rejection);
  ADD ("/console-page/mention", NULL, test_mention);
  ADD ("/console-page/owed", NULL, test_owed);
  ADD ("/console-page/put-through", NULL, test_put_through);
  return g_test_run ();
}
