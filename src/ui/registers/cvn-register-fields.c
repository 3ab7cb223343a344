/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-fields"

#include "cvn-register-fields.h"

#include "cvn-record.h"

#include <glib/gi18n-lib.h>

/* Fields beside the title in a row of two lines. */
#define MAX_DETAILS 4

static gboolean
is_later_twin (const CvnKind *kind,
               guint          field)
{
  return kind->fields[field].twin != NULL && cvn_field_is_english (&kind->fields[field]);
}

/** cvn_register_fields_default: (transfer full) (element-type guint): the fields that a list of @kind shows at first. */
GArray *
cvn_register_fields_default (const CvnKind *kind)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields && fields->len < CVN_REGISTER_MAX_COLUMNS; i++)
    if ((kind->fields[i].flags & CVN_FIELD_LIST) != 0 && !is_later_twin (kind, i))
      g_array_append_val (fields, i);
  return fields;
}

static GVariant *
load_all (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");

  return g_settings_get_value (settings, "register-columns");
}

/** cvn_register_fields_load: (transfer full) (element-type guint): the fields that the user wants to see of @kind. */
GArray *
cvn_register_fields_load (const CvnKind *kind)
{
  g_autoptr (GVariant) all = load_all ();
  g_autofree const char **names = NULL;
  GArray                 *fields;

  if (!g_variant_lookup (all, kind->name, "^a&s", &names))
    return cvn_register_fields_default (kind);
  fields = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; names[i] != NULL && fields->len < CVN_REGISTER_MAX_COLUMNS; i++)
    {
      int   place = cvn_kind_find_field (kind, names[i]);
      guint field = (guint) place;

      if (place >= 0)
        g_array_append_val (fields, field);
    }
  return fields;
}

/** cvn_register_fields_save: remembers which fields the user wants to see of @kind. */
void
cvn_register_fields_save (const CvnKind *kind,
                          GArray        *fields)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.convenant.Convenant");
  g_autoptr (GVariant) all = g_settings_get_value (settings, "register-columns");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GVariantIter iter;
  const char  *name;
  GVariant    *value;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sas}"));

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (names, (gpointer) kind->fields[g_array_index (fields, guint, i)].name);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@as}", &name, &value))
    {
      if (!g_str_equal (name, kind->name))
        g_variant_builder_add (&builder, "{s@as}", name, value);
      g_variant_unref (value);
    }
  g_variant_builder_add (&builder, "{s@as}", kind->name, g_variant_new_strv ((const char *const *) names->pdata, names->len));
  g_settings_set_value (settings, "register-columns", g_variant_builder_end (&builder));
}

/** cvn_register_field_get_width: the width of a column that shows @field, in pixels. */
int
cvn_register_field_get_width (const CvnField *field)
{
  switch (field->type)
    {
    case CVN_FIELD_BOOLEAN:
      return 90;
    case CVN_FIELD_INTEGER:
      return 110;
    case CVN_FIELD_MONEY:
    case CVN_FIELD_MONTH:
      return 130;
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
      return 155;
    case CVN_FIELD_CHOICE:
      return 160;
    case CVN_FIELD_LOCAL_TIME:
      return 200;
    case CVN_FIELD_TEXT:
    case CVN_FIELD_NOTE:
    case CVN_FIELD_REFERENCE:
      return field->format == CVN_FORMAT_CODE ? 120 : 190;
    default:
      g_assert_not_reached ();
    }
}

/** cvn_register_field_expands: whether the column of @field takes the room that is left. */
gboolean
cvn_register_field_expands (const CvnField *field)
{
  return field->format == CVN_FORMAT_NONE && (field->flags & CVN_FIELD_TITLE) != 0 &&
         (field->type == CVN_FIELD_TEXT || field->type == CVN_FIELD_NOTE || field->type == CVN_FIELD_REFERENCE);
}

/** cvn_register_field_dup_heading: (transfer full): the heading of a column, which shows of two languages the reader's. */
char *
cvn_register_field_dup_heading (const CvnField *field)
{
  const char *label = _(field->label);
  const char *language = field->twin != NULL ? g_strrstr (label, " (") : NULL;

  return language != NULL ? g_strndup (label, (gsize) (language - label)) : g_strdup (label);
}

/** cvn_register_field_is_number: whether the column of @field is set to the right. A year is a name, not an amount. */
gboolean
cvn_register_field_is_number (const CvnField *field)
{
  return field->type == CVN_FIELD_MONEY || (field->type == CVN_FIELD_INTEGER && !g_str_equal (field->name, "year"));
}

/** cvn_register_field_has_choice: whether lists can be narrowed to some values of @field. */
gboolean
cvn_register_field_has_choice (const CvnField *field)
{
  return field->type == CVN_FIELD_CHOICE || field->type == CVN_FIELD_BOOLEAN;
}

/** cvn_register_fields_find_date: the field that says in which year a record of @kind belongs, or -1. */
int
cvn_register_fields_find_date (const CvnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    switch (kind->fields[i].type)
      {
      case CVN_FIELD_DATE:
      case CVN_FIELD_PARTIAL_DATE:
      case CVN_FIELD_MONTH:
      case CVN_FIELD_LOCAL_TIME:
        return (int) i;
      case CVN_FIELD_INTEGER:
        if (g_str_equal (kind->fields[i].name, "year"))
          return (int) i;
        break;
      case CVN_FIELD_TEXT:
      case CVN_FIELD_NOTE:
      case CVN_FIELD_MONEY:
      case CVN_FIELD_BOOLEAN:
      case CVN_FIELD_CHOICE:
      case CVN_FIELD_REFERENCE:
      default:
        break;
      }
  return -1;
}

/** cvn_register_fields_find_amount: the number that says most about a record of @kind, or -1. */
int
cvn_register_fields_find_amount (const CvnKind *kind)
{
  int found = -1;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnField *field = &kind->fields[i];

      if ((field->flags & CVN_FIELD_LIST) == 0 || !cvn_register_field_is_number (field) || (field->flags & CVN_FIELD_TITLE) != 0)
        continue;
      if (found < 0 || (field->type == CVN_FIELD_MONEY && kind->fields[found].type != CVN_FIELD_MONEY))
        found = (int) i;
    }
  return found;
}

/** cvn_register_row_dup_details: (transfer full): what a row says beside its title, but for the field @except. */
char *
cvn_register_row_dup_details (CvnRow *row,
                              int     except)
{
  CvnRecord     *record = cvn_row_get_record (row);
  const CvnKind *kind = record != NULL ? cvn_record_get_kind (record) : NULL;
  GString       *details = g_string_new (NULL);
  guint          n = 0;

  for (guint i = 0; kind != NULL && i < kind->n_fields && n < MAX_DETAILS; i++)
    {
      const CvnField  *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if ((field->flags & CVN_FIELD_LIST) == 0 || (field->flags & CVN_FIELD_TITLE) != 0 || (int) i == except)
        continue;
      text = cvn_row_dup_text (row, i);
      if (*text == '\0')
        continue;
      if (n++ > 0)
        g_string_append (details, " · ");
      if (cvn_field_is_integer (field) && field->type != CVN_FIELD_MONTH)
        g_string_append_printf (details, "%s ", _(field->label));
      g_string_append (details, text);
    }
  return g_string_free (details, FALSE);
}
