#include "scenario/yaml-traps.h"
#include <string.h>
void
desk_yaml_mended_init (DeskYamlMended *self,
                       const char *source,
                       gsize length,
                       DeskDiagnostics *diagnostics)
{
  self->text = g_strndup (source, length);
  self->length = length;
}
void
desk_yaml_mended_clear (DeskYamlMended *self)
{
  g_free (self->text);
}
gboolean
desk_yaml_mended_covers (const DeskYamlMended *self, guint line, guint column)
{
  return FALSE;
}
gboolean
desk_yaml_mended_has_line (const DeskYamlMended *self, guint line)
{
  return FALSE;
}
