/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-sheet-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/paper-size.h"

/* The page: a heading, the F keys as they lie on the keyboard, and two columns of the other actions, each
 * with its key at the right. Measures are points, on paper of any size. */

#define MARGIN 34.
#define GUTTER 24.
#define LARGEST 10.     /* size of type */
#define ROW_FACTOR 1.62 /* height of a row for a size of type */
#define HEADING_ROWS 1.7
#define STRIP_KEY_HEIGHT 30.
#define KEYS_A_STRIP 12u

typedef struct {
  cairo_t *cairo;
  DeskKeys *keys;
  DeskScenario *scenario; /* or NULL */
  double size;            /* of type */
} Sheet;

/* What is on it. */

static guint
n_lines (const Sheet *sheet)
{
  return sheet->scenario != NULL ? MIN (sheet->scenario->n_lines, DESK_N_LINE_KEYS)
                                 : DESK_N_LINE_KEYS;
}

static gboolean
is_on_sheet (const Sheet *sheet, const DeskKeyAction *action)
{
  if (action->group == DESK_KEY_GROUP_LINES)
    return action->number <= n_lines (sheet);
  if (action->group == DESK_KEY_GROUP_OWN_PHRASES && sheet->scenario != NULL)
    return action->number + DESK_N_BUILTIN_PHRASES <= sheet->scenario->n_phrases;
  return TRUE;
}

static char *
label_of (const Sheet *sheet, const DeskKeyAction *action)
{
  if (action->group == DESK_KEY_GROUP_OWN_PHRASES && sheet->scenario != NULL)
    return g_strdup (sheet->scenario->phrases[DESK_N_BUILTIN_PHRASES + action->number - 1]->label);
  return desk_key_action_label (action);
}

static guint
count_group (const Sheet *sheet, DeskKeyGroup group)
{
  const GPtrArray *table = desk_keys_get_table (sheet->keys);
  guint n = 0;

  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];

    n += action->group == group && is_on_sheet (sheet, action);
  }
  return n;
}

/* In rows: those of the groups below the strip, with their headings. */
static double
count_rows (const Sheet *sheet)
{
  double rows = 0;

  for (guint group = 0; group < DESK_KEY_GROUP_LINES; group++) {
    const guint n = count_group (sheet, group);

    rows += n > 0 ? n + HEADING_ROWS : 0;
  }
  return rows;
}

/* Drawing. */

typedef struct {
  double x, y, width; /* y: of the middle */
} Place;

/* Returns how wide it is. `align`: 0 begins at x, 1 ends at x + width, .5 lies between. */
static double
draw_text (
    const Sheet *sheet, const char *text, double size, gboolean bold, Place place, double align)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (sheet->cairo);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  int width, height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (place.width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (sheet->cairo, place.x + align * (place.width - width), place.y - height / 2.);
  pango_cairo_show_layout (sheet->cairo, layout);
  return width;
}

static double
measure_text (const Sheet *sheet, const char *text, double size)
{
  double width;

  cairo_push_group (sheet->cairo);
  width = draw_text (sheet, text, size, TRUE, (Place){ 0, 0, 1000 }, 0);
  cairo_pattern_destroy (cairo_pop_group (sheet->cairo));
  return width;
}

/* The largest size up to `largest` at which `text` is no wider than `width`. */
static double
fitting_size (const Sheet *sheet, const char *text, double largest, double width)
{
  const double natural = measure_text (sheet, text, largest);

  return natural > width ? MAX (4, floor (2 * largest * width / natural) / 2) : largest;
}

static void
draw_box (const Sheet *sheet, double x, double y, double width, double height)
{
  const double radius = MIN (3., height / 3);

  cairo_new_sub_path (sheet->cairo);
  cairo_arc (sheet->cairo, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (sheet->cairo, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (sheet->cairo, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (sheet->cairo, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (sheet->cairo);
  cairo_set_line_width (sheet->cairo, .6);
  cairo_stroke (sheet->cairo);
}

/* In three groups of four, as on a keyboard. */
static void
draw_strip_key (const Sheet *sheet, const DeskKeyAction *action, double y, double width)
{
  const guint place = (action->number - 1) % KEYS_A_STRIP;
  const double gap = 10;
  const double key_width = (width - 2 * gap) / KEYS_A_STRIP;
  const double x = MARGIN + place * key_width + place / 4 * gap;
  g_autofree char *key = desk_keys_label (sheet->keys, action->id);
  g_autofree char *label = desk_key_action_label (action);

  draw_box (sheet, x + 1, y, key_width - 2, STRIP_KEY_HEIGHT);
  draw_text (sheet, *key != '\0' ? key : "–", fitting_size (sheet, key, 8, key_width - 5), TRUE,
             (Place){ x + 2, y + 10, key_width - 4 }, .5);
  draw_text (sheet, label, 7.5, FALSE, (Place){ x + 2, y + 21, key_width - 4 }, .5);
}

/* Returns where it ends. */
static double
draw_strip (const Sheet *sheet, double y, double width)
{
  const GPtrArray *table = desk_keys_get_table (sheet->keys);
  const guint n_strips = (n_lines (sheet) + KEYS_A_STRIP - 1) / KEYS_A_STRIP;

  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];

    if (action->group == DESK_KEY_GROUP_LINES && is_on_sheet (sheet, action))
      draw_strip_key (sheet, action,
                      y + (action->number - 1) / KEYS_A_STRIP * (STRIP_KEY_HEIGHT + 3), width);
  }
  y += n_strips * (STRIP_KEY_HEIGHT + 3) + 7;
  draw_text (
      sheet,
      _ ("Answers the line when it rings, resumes it when it is on hold, shows it otherwise."), 8,
      FALSE, (Place){ MARGIN, y, width }, 0);
  return y + 8;
}

static double
draw_heading (const Sheet *sheet, double width)
{
  const double y = MARGIN + 8;
  const double title =
      draw_text (sheet, _ ("Keys of Frontdesk"), 16, TRUE, (Place){ MARGIN, y, width }, 0);

  if (sheet->scenario != NULL)
    draw_text (sheet, sheet->scenario->title, 10, FALSE,
               (Place){ MARGIN + title + 20, y, width - title - 20 }, 1);
  return y + 18;
}

static void
draw_action (const Sheet *sheet, const DeskKeyAction *action, Place place)
{
  g_autofree char *key = desk_keys_label (sheet->keys, action->id);
  g_autofree char *label = label_of (sheet, action);
  const double key_width = measure_text (sheet, key, sheet->size) + sheet->size;
  const double height = sheet->size * ROW_FACTOR;
  const Place key_place = { place.x + place.width - key_width, place.y, key_width };

  draw_text (sheet, label, sheet->size, FALSE,
             (Place){ place.x, place.y, place.width - key_width - 6 }, 0);
  if (*key == '\0')
    return;
  draw_box (sheet, key_place.x, place.y - height / 2 + 1, key_width, height - 2);
  draw_text (sheet, key, sheet->size, TRUE, key_place, .5);
}

typedef struct {
  double left, top, bottom, width;
  guint column;
  double y; /* where the next row begins */
} Flow;

/* Room for `rows` rows in a column, else the next is begun. */
static void
need (Flow *flow, double rows, double row_height)
{
  if (flow->column > 0 || flow->y + rows * row_height <= flow->bottom + .01)
    return;
  flow->column++;
  flow->left += flow->width + GUTTER;
  flow->y = flow->top;
}

static void
draw_group (const Sheet *sheet, DeskKeyGroup group, Flow *flow)
{
  const GPtrArray *table = desk_keys_get_table (sheet->keys);
  const double row = sheet->size * ROW_FACTOR;

  if (count_group (sheet, group) == 0)
    return;
  need (flow, HEADING_ROWS + 2, row);
  draw_text (sheet, desk_key_group_label (group), sheet->size * 1.1, TRUE,
             (Place){ flow->left, flow->y + row * 1.05, flow->width }, 0);
  flow->y += HEADING_ROWS * row;
  for (guint i = 0; i < table->len; i++) {
    const DeskKeyAction *action = table->pdata[i];

    if (action->group != group || !is_on_sheet (sheet, action))
      continue;
    need (flow, 1, row);
    draw_action (sheet, action, (Place){ flow->left, flow->y + row / 2, flow->width });
    flow->y += row;
  }
}

static void
draw_groups (const Sheet *sheet, double top, double height, double width)
{
  const double half = (count_rows (sheet) / 2 + HEADING_ROWS + 1) * sheet->size * ROW_FACTOR;
  Flow flow = { .left = MARGIN,
                .top = top,
                .bottom = top + MIN (height, half),
                .width = (width - GUTTER) / 2,
                .y = top };

  for (guint group = 0; group < DESK_KEY_GROUP_LINES; group++)
    draw_group (sheet, group, &flow);
}

double
desk_key_sheet_draw (
    cairo_t *cairo, double width, double height, DeskKeys *keys, DeskScenario *scenario)
{
  Sheet sheet = { cairo, keys, scenario, LARGEST };
  const double inner = width - 2 * MARGIN;
  double top, room;

  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  top = draw_strip (&sheet, draw_heading (&sheet, inner), inner) + 4;
  room = height - MARGIN - 14 - top;
  /* The second column takes what the first could not, so a few rows stay free. */
  sheet.size = MIN (LARGEST, room / ((count_rows (&sheet) / 2 + HEADING_ROWS + 2) * ROW_FACTOR));
  draw_groups (&sheet, top, room, inner);
  draw_text (
      &sheet,
      _ ("In the search of the directory: Enter transfers, Shift+Enter consults, Down goes to "
         "the list. Everywhere: Tab goes on, Escape goes back."),
      7.5, FALSE, (Place){ MARGIN, height - MARGIN, inner }, 0);
  cairo_restore (cairo);
  return sheet.size;
}

static void
append_action (const Sheet *sheet, const DeskKeyAction *action, GString *text)
{
  g_autofree char *label = label_of (sheet, action);
  g_autofree char *key = desk_keys_label (sheet->keys, action->id);

  g_string_append_printf (text, "%s: %s\n", label, *key != '\0' ? key : _ ("no key"));
}

char *
desk_key_sheet_text (DeskKeys *keys, DeskScenario *scenario)
{
  const Sheet sheet = { NULL, keys, scenario, 0 };
  const GPtrArray *table = desk_keys_get_table (keys);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    if (is_on_sheet (&sheet, table->pdata[i]))
      append_action (&sheet, table->pdata[i], text);
  return g_string_free (text, FALSE);
}

/* Printing. */

static void
sheet_free (gpointer data, GClosure *closure)
{
  Sheet *sheet = data;

  g_object_unref (sheet->keys);
  g_clear_pointer (&sheet->scenario, desk_scenario_unref);
  g_free (sheet);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  const Sheet *sheet = data;

  desk_key_sheet_draw (gtk_print_context_get_cairo_context (context),
                       gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context), sheet->keys, sheet->scenario);
}

GtkPrintOperation *
desk_key_sheet_print_new (DeskKeys *keys, DeskScenario *scenario)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (g_str_equal (desk_paper_size_usual ()->name, "letter")
                                               ? GTK_PAPER_NAME_LETTER
                                               : GTK_PAPER_NAME_A4);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->keys = g_object_ref (keys);
  sheet->scenario = scenario != NULL ? desk_scenario_ref (scenario) : NULL;
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _ ("Keys of Frontdesk"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), sheet, sheet_free, 0);
  return operation;
}
