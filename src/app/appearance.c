/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/appearance.h"

#define STYLES "/org/frontdesk/Frontdesk/ui/"
#define DPI_SETTING "gtk-xft-dpi"

/* The values of the key "theme". */
typedef enum {
  THEME_SYSTEM,
  THEME_LIGHT,
  THEME_DARK,
  THEME_HIGH_CONTRAST,
} Theme;

struct _DeskAppearance {
  GObject parent_instance;

  GSettings *settings; /* owned, as all below */
  GtkSettings *gtk;
  GtkCssProvider *style;
  GtkCssProvider *colours; /* over `style` */
  GtkCssProvider *targets; /* a style sheet above both; empty unless targets are large */
  int dpi;                 /* of the desktop, in 1/1024 dots an inch; see on_event */
  gboolean chosen;         /* a theme was set over the desktop's */
  gboolean choosing;       /* a theme is being set: what GTK signals meanwhile is halfway */
};

G_DEFINE_FINAL_TYPE (DeskAppearance, desk_appearance, G_TYPE_OBJECT)

static GtkCssProvider *
add_provider (guint above)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
  return provider;
}

static void
remove_provider (GtkCssProvider **provider)
{
  if (*provider == NULL)
    return;
  gtk_style_context_remove_provider_for_screen (gdk_screen_get_default (),
                                                GTK_STYLE_PROVIDER (*provider));
  g_clear_object (provider);
}

static void
load (GtkCssProvider *provider, const char *name)
{
  g_autofree char *path = g_strconcat (STYLES, name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
}

/* Whether a theme is dark is told by its colours, not by its name. */
static gboolean
theme_is_dark (void)
{
  g_autoptr (GtkStyleContext) context = gtk_style_context_new ();
  g_autoptr (GtkWidgetPath) path = gtk_widget_path_new ();
  GdkRGBA ground, text;

  gtk_widget_path_append_type (path, GTK_TYPE_WINDOW);
  gtk_style_context_set_path (context, path);
  if (!gtk_style_context_lookup_color (context, "theme_bg_color", &ground) ||
      !gtk_style_context_lookup_color (context, "theme_fg_color", &text))
    return FALSE;
  return ground.red + ground.green + ground.blue < text.red + text.green + text.blue;
}

static gboolean
theme_is_contrasty (DeskAppearance *self)
{
  g_autofree char *name = NULL;

  g_object_get (self->gtk, "gtk-theme-name", &name, NULL);
  return name != NULL && g_str_has_prefix (name, "HighContrast");
}

static void
choose_colours (DeskAppearance *self)
{
  gboolean dark = theme_is_dark ();

  if (self->choosing)
    return;
  if (theme_is_contrasty (self))
    load (self->colours, dark ? "colours-contrast-dark.css" : "colours-contrast.css");
  else
    load (self->colours, dark ? "colours-dark.css" : "colours-light.css");
}

static void
set_theme (DeskAppearance *self, const char *name, gboolean dark)
{
  g_object_set (self->gtk, "gtk-theme-name", name, "gtk-application-prefer-dark-theme", dark, NULL);
}

/* Resetting loads the desktop's theme again, which takes as long as the bare window of a program: at the
 * start there is nothing to reset. */
static void
follow_desktop (DeskAppearance *self)
{
  if (!self->chosen)
    return;
  gtk_settings_reset_property (self->gtk, "gtk-theme-name");
  gtk_settings_reset_property (self->gtk, "gtk-application-prefer-dark-theme");
}

static void
choose_theme (DeskAppearance *self)
{
  Theme theme = (Theme) g_settings_get_enum (self->settings, "theme");

  self->choosing = TRUE;
  follow_desktop (self);
  switch (theme) {
  case THEME_SYSTEM: break;
  case THEME_LIGHT: set_theme (self, "Adwaita", FALSE); break;
  case THEME_DARK: set_theme (self, "Adwaita", TRUE); break;
  case THEME_HIGH_CONTRAST:
    set_theme (self, theme_is_dark () ? "HighContrastInverse" : "HighContrast", FALSE);
    break;
  }
  self->chosen = theme != THEME_SYSTEM;
  self->choosing = FALSE;
  choose_colours (self);
}

/* `usual` where the desktop does not say. */
static int
desktop_dpi (int usual)
{
  g_auto (GValue) value = G_VALUE_INIT;
  int dpi = 0;

  g_value_init (&value, G_TYPE_INT);
  if (gdk_screen_get_setting (gdk_screen_get_default (), DPI_SETTING, &value))
    dpi = g_value_get_int (&value);
  return dpi > 0 ? dpi : usual;
}

static int
first_dpi (GtkSettings *gtk)
{
  int dpi;

  g_object_get (gtk, DPI_SETTING, &dpi, NULL);
  return dpi > 0 ? dpi : 96 * PANGO_SCALE;
}

/* Restored by setting the old value: resetting the property leaves the screen as it is. */
static void
set_text_scale (DeskAppearance *self, double scale)
{
  g_object_set (self->gtk, DPI_SETTING, (int) (self->dpi * scale + .5), NULL);
}

static void
choose_text_scale (DeskAppearance *self)
{
  set_text_scale (self, g_settings_get_double (self->settings, "text-scale"));
}

/* What GTK does without us. */
static void
pass_on (GdkEvent *event, gpointer data)
{
  gtk_main_do_event (event);
}

/* Once the program has set the resolution, GTK tells of no change that the desktop makes to it, but GDK
 * does: in an event that goes no further. */
static void
on_event (GdkEvent *event, gpointer data)
{
  DeskAppearance *self = data;
  const gboolean is_dpi =
      event->type == GDK_SETTING && g_strcmp0 (event->setting.name, DPI_SETTING) == 0;

  gtk_main_do_event (event);
  if (!is_dpi)
    return;
  self->dpi = desktop_dpi (self->dpi);
  choose_text_scale (self);
}

static void
choose_targets (DeskAppearance *self)
{
  if (g_settings_get_boolean (self->settings, "large-targets"))
    load (self->targets, "large-targets.css");
  else
    gtk_css_provider_load_from_data (self->targets, "", 0, NULL);
}

DeskAppearance *
desk_appearance_new (GSettings *settings)
{
  DeskAppearance *self = g_object_new (DESK_TYPE_APPEARANCE, NULL);

  self->settings = g_object_ref (settings);
  self->gtk = g_object_ref (gtk_settings_get_default ());
  self->dpi = first_dpi (self->gtk);
  self->style = add_provider (0);
  self->colours = add_provider (1);
  self->targets = add_provider (2);
  load (self->style, "frontdesk.css");
  g_signal_connect_object (settings, "changed::theme", G_CALLBACK (choose_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (choose_text_scale), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::large-targets", G_CALLBACK (choose_targets), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gtk, "notify::gtk-theme-name", G_CALLBACK (choose_colours), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->gtk, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (choose_colours), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  choose_theme (self);
  choose_text_scale (self);
  choose_targets (self);
  gdk_event_handler_set (on_event, self, NULL);
  return self;
}

static void
desk_appearance_dispose (GObject *object)
{
  DeskAppearance *self = DESK_APPEARANCE (object);

  remove_provider (&self->targets);
  remove_provider (&self->colours);
  remove_provider (&self->style);
  if (self->gtk != NULL) {
    gdk_event_handler_set (pass_on, NULL, NULL);
    set_text_scale (self, 1);
    self->choosing = TRUE;
    follow_desktop (self);
  }
  g_clear_object (&self->gtk);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_appearance_parent_class)->dispose (object);
}

static void
desk_appearance_class_init (DeskAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_appearance_dispose;
}

static void
desk_appearance_init (DeskAppearance *self)
{
}
