/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/device-chooser.h"

#include <glib/gi18n-lib.h>

#include "report/words.h"

/* The setting is the truth; the list is made anew from it and from the devices whenever one of them
 * changes, and the row that it names is made the active one. */

#define NARROWEST_CHARS 12
#define WIDEST_CHARS 48
#define BESIDE_WORDS 80 /* pixels that the icon, the arrow and the frame take */

struct _DeskDeviceChooser {
  GtkComboBox parent_instance;

  DeskStreamRole role;
  DeskSoundSettings *settings; /* owned; NULL before the role */
  GtkListStore *rows;          /* borrowed from the combo box */
  gboolean filling;            /* what changes now is not the user's choice */
};

/* GTK tells assistive technology the first of the strings as what is chosen: it has to be the words. */
enum {
  COLUMN_WORDS,
  COLUMN_ID, /* "" for the first row, which stands for NULL in the settings */
  COLUMN_ICON,
  COLUMN_NAME,
  N_COLUMNS,
};

G_DEFINE_FINAL_TYPE (DeskDeviceChooser, desk_device_chooser, GTK_TYPE_COMBO_BOX)

static const char *
setting_of (DeskStreamRole role)
{
  switch (role) {
  case DESK_STREAM_HEADSET: return "headset";
  case DESK_STREAM_RINGER: return "ringer";
  case DESK_STREAM_MICROPHONE: return "microphone";
  }
  g_return_val_if_reached (NULL);
}

static const char *
name_setting_of (DeskStreamRole role)
{
  switch (role) {
  case DESK_STREAM_HEADSET: return "headset-name";
  case DESK_STREAM_RINGER: return "ringer-name";
  case DESK_STREAM_MICROPHONE: return "microphone-name";
  }
  g_return_val_if_reached (NULL);
}

static const char *
icon_of (DeskDeviceForm form, DeskStreamRole role)
{
  switch (form) {
  case DESK_DEVICE_HEADSET: return "audio-headset-symbolic";
  case DESK_DEVICE_HEADPHONES: return "audio-headphones-symbolic";
  case DESK_DEVICE_SPEAKERS: return "audio-speakers-symbolic";
  case DESK_DEVICE_SCREEN: return "video-display-symbolic";
  case DESK_DEVICE_MICROPHONE: return "audio-input-microphone-symbolic";
  case DESK_DEVICE_UNKNOWN: break;
  }
  return role == DESK_STREAM_MICROPHONE ? "audio-input-microphone-symbolic" : "audio-card-symbolic";
}

static gboolean
suits (const DeskDevice *device, DeskStreamRole role)
{
  return role == DESK_STREAM_MICROPHONE ? device->n_inputs > 0 : device->n_outputs > 0;
}

guint
desk_device_chooser_count (GPtrArray *devices, DeskStreamRole role)
{
  guint n = 0;

  for (guint i = 0; i < devices->len; i++)
    if (suits (devices->pdata[i], role))
      n++;
  return n;
}

static const DeskDevice *
find_default (GPtrArray *devices, DeskStreamRole role)
{
  for (guint i = 0; devices != NULL && i < devices->len; i++) {
    const DeskDevice *device = devices->pdata[i];

    if (suits (device, role) &&
        (role == DESK_STREAM_MICROPHONE ? device->default_input : device->default_output))
      return device;
  }
  return NULL;
}

static void
add_row (
    DeskDeviceChooser *self, const char *id, const char *icon, const char *words, const char *name)
{
  g_autofree char *tame = desk_words_tame (words);

  gtk_list_store_insert_with_values (self->rows, NULL, -1, COLUMN_ID, id, COLUMN_ICON, icon,
                                     COLUMN_WORDS, tame, COLUMN_NAME, name, -1);
}

static void
add_first_row (DeskDeviceChooser *self, GPtrArray *devices)
{
  const DeskDevice *usual = find_default (devices, self->role);
  g_autofree char *words = NULL;

  if (self->role == DESK_STREAM_RINGER) {
    add_row (self, "", "audio-headset-symbolic", _ ("Same as voices"), NULL);
    return;
  }
  words = usual != NULL ? g_strdup_printf (_ ("System default (%s)"), usual->name)
                        : g_strdup (_ ("System default"));
  add_row (self, "", icon_of (usual != NULL ? usual->form : DESK_DEVICE_UNKNOWN, self->role), words,
           NULL);
}

static gboolean
find_row (DeskDeviceChooser *self, const char *id, GtkTreeIter *row)
{
  GtkTreeModel *model = GTK_TREE_MODEL (self->rows);

  for (gboolean more = gtk_tree_model_get_iter_first (model, row); more;
       more = gtk_tree_model_iter_next (model, row)) {
    g_autofree char *this = NULL;

    gtk_tree_model_get (model, row, COLUMN_ID, &this, -1);
    if (g_strcmp0 (this, id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_missing_row (DeskDeviceChooser *self, const char *id)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  g_object_get (self->settings, name_setting_of (self->role), &name, NULL);
  words = g_strdup_printf (_ ("%s (not connected)"), name != NULL ? name : id);
  add_row (self, id, "action-unavailable-symbolic", words, name);
}

/* A name that is too long for the box can be read there, and only such a name. */
static gboolean
desk_device_chooser_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  DeskDeviceChooser *self = DESK_DEVICE_CHOOSER (widget);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *words = NULL;
  GtkTreeIter row;
  int width;

  if (!gtk_combo_box_get_active_iter (GTK_COMBO_BOX (self), &row))
    return FALSE;
  gtk_tree_model_get (GTK_TREE_MODEL (self->rows), &row, COLUMN_WORDS, &words, -1);
  layout = gtk_widget_create_pango_layout (widget, words);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width + BESIDE_WORDS <= gtk_widget_get_allocated_width (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
show_chosen (DeskDeviceChooser *self)
{
  g_autofree char *id = NULL;
  GtkTreeIter row;

  g_object_get (self->settings, setting_of (self->role), &id, NULL);
  if (!find_row (self, id != NULL ? id : "", &row)) {
    add_missing_row (self, id);
    find_row (self, id, &row);
  }
  self->filling = TRUE;
  gtk_combo_box_set_active_iter (GTK_COMBO_BOX (self), &row);
  self->filling = FALSE;
}

void
desk_device_chooser_set_devices (DeskDeviceChooser *self, GPtrArray *devices)
{
  g_return_if_fail (DESK_IS_DEVICE_CHOOSER (self));
  self->filling = TRUE;
  gtk_list_store_clear (self->rows);
  self->filling = FALSE;
  add_first_row (self, devices);
  for (guint i = 0; devices != NULL && i < devices->len; i++) {
    const DeskDevice *device = devices->pdata[i];

    if (suits (device, self->role))
      add_row (self, device->id, icon_of (device->form, self->role), device->name, device->name);
  }
  show_chosen (self);
}

static void
desk_device_chooser_changed (GtkComboBox *combo)
{
  DeskDeviceChooser *self = DESK_DEVICE_CHOOSER (combo);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  GtkTreeIter row;

  if (self->filling || !gtk_combo_box_get_active_iter (combo, &row))
    return;
  gtk_tree_model_get (GTK_TREE_MODEL (self->rows), &row, COLUMN_ID, &id, COLUMN_NAME, &name, -1);
  g_object_set (self->settings, name_setting_of (self->role), name, setting_of (self->role),
                *id != '\0' ? id : NULL, NULL);
}

void
desk_device_chooser_set_role (DeskDeviceChooser *self,
                              DeskStreamRole role,
                              DeskSoundSettings *settings)
{
  g_autofree char *notify = g_strconcat ("notify::", setting_of (role), NULL);

  g_return_if_fail (DESK_IS_DEVICE_CHOOSER (self));
  g_return_if_fail (self->settings == NULL);
  self->role = role;
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, notify, G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  desk_device_chooser_set_devices (self, NULL);
}

static void
desk_device_chooser_finalize (GObject *object)
{
  g_clear_object (&DESK_DEVICE_CHOOSER (object)->settings);
  G_OBJECT_CLASS (desk_device_chooser_parent_class)->finalize (object);
}

static void
desk_device_chooser_class_init (DeskDeviceChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_device_chooser_finalize;
  GTK_WIDGET_CLASS (klass)->query_tooltip = desk_device_chooser_query_tooltip;
  GTK_COMBO_BOX_CLASS (klass)->changed = desk_device_chooser_changed;
}

static void
desk_device_chooser_init (DeskDeviceChooser *self)
{
  GtkCellLayout *layout = GTK_CELL_LAYOUT (self);
  GtkCellRenderer *icon = gtk_cell_renderer_pixbuf_new ();
  GtkCellRenderer *words = gtk_cell_renderer_text_new ();

  self->rows =
      gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  gtk_combo_box_set_model (GTK_COMBO_BOX (self), GTK_TREE_MODEL (self->rows));
  g_object_unref (self->rows);
  g_object_set (icon, "xpad", 4, NULL);
  g_object_set (words, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "width-chars", NARROWEST_CHARS,
                "max-width-chars", WIDEST_CHARS, NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_cell_layout_pack_start (layout, icon, FALSE);
  gtk_cell_layout_pack_start (layout, words, TRUE);
  gtk_cell_layout_set_attributes (layout, icon, "icon-name", COLUMN_ICON, NULL);
  gtk_cell_layout_set_attributes (layout, words, "text", COLUMN_WORDS, NULL);
}
