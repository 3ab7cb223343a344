/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-reader-apart"

#include "cvn-reader-private.h"

/* As many values of a record as are read at a glance. */
#define MAX_VALUES 2
#define SEPARATOR  " · "

/* Records of one kind that are called the same. */
typedef struct
{
  CvnReader     *reader;
  const CvnKind *kind;
  CvnLanguage    language;
  GPtrArray     *hits;    /* of CvnSearchHit, borrowed */
  GPtrArray     *records; /* of CvnRecord */
} Alike;

/* A date says most, then whose it is, then whatever the register shows. */
typedef enum {
  BY_DATE,
  BY_PARTY,
  BY_REST,
  N_WAYS,
} Way;

static Way
find_way (const CvnField *field)
{
  switch (field->type)
    {
    case CVN_FIELD_DATE:
    case CVN_FIELD_PARTIAL_DATE:
    case CVN_FIELD_MONTH:
    case CVN_FIELD_LOCAL_TIME:
      return BY_DATE;
    case CVN_FIELD_REFERENCE:
      return BY_PARTY;
    case CVN_FIELD_TEXT:
    case CVN_FIELD_NOTE:
    case CVN_FIELD_MONEY:
    case CVN_FIELD_INTEGER:
    case CVN_FIELD_BOOLEAN:
    case CVN_FIELD_CHOICE:
    default:
      return BY_REST;
    }
}

static gboolean
may_tell (const CvnField *field)
{
  return (field->flags & (CVN_FIELD_LIST | CVN_FIELD_KEY)) != 0 && (field->flags & (CVN_FIELD_TITLE | CVN_FIELD_PERSONAL)) == 0 &&
         field->type != CVN_FIELD_NOTE && field->type != CVN_FIELD_BOOLEAN;
}

static char *
dup_value (Alike     *alike,
           CvnRecord *record,
           guint      place)
{
  const CvnField *field = &alike->kind->fields[place];
  const CvnValue *value = cvn_record_get_value (record, place);

  if (cvn_value_is_none (value))
    return NULL;
  if (field->type == CVN_FIELD_REFERENCE)
    return cvn_reader_dup_title (alike->reader, cvn_kind_find (field->refers_to), value->text, alike->language);
  return cvn_reader_dup_words (alike->reader, field, value, alike->language);
}

/* The words of a field for each of the records; NULL when it is the same for all of them. */
static GPtrArray *
list_values (Alike *alike,
             guint  place)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gboolean differ = FALSE;

  for (guint i = 0; i < alike->records->len; i++)
    {
      g_ptr_array_add (values, dup_value (alike, alike->records->pdata[i], place));
      differ = differ || g_strcmp0 (values->pdata[i], values->pdata[0]) != 0;
    }
  return differ ? g_steal_pointer (&values) : NULL;
}

static void
append_values (Alike     *alike,
               GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      CvnSearchHit    *hit = alike->hits->pdata[i];
      g_autofree char *before = g_steal_pointer (&hit->detail);

      if (before == NULL)
        hit->detail = g_strdup (values->pdata[i]);
      else
        hit->detail = values->pdata[i] != NULL ? g_strjoin (SEPARATOR, before, values->pdata[i], NULL) : g_steal_pointer (&before);
    }
}

static gboolean
are_told_apart (Alike *alike)
{
  for (guint i = 0; i < alike->hits->len; i++)
    for (guint j = 0; j < i; j++)
      if (g_strcmp0 (((CvnSearchHit *) alike->hits->pdata[i])->detail, ((CvnSearchHit *) alike->hits->pdata[j])->detail) == 0)
        return FALSE;
  return TRUE;
}

static void
tell_alike (Alike *alike)
{
  guint n_values = 0;

  for (Way way = BY_DATE; way < N_WAYS; way++)
    for (guint i = 0; i < alike->kind->n_fields; i++)
      {
        g_autoptr (GPtrArray) values = NULL;

        if (!may_tell (&alike->kind->fields[i]) || find_way (&alike->kind->fields[i]) != way)
          continue;
        values = list_values (alike, i);
        if (values == NULL)
          continue;
        append_values (alike, values);
        if (++n_values == MAX_VALUES || are_told_apart (alike))
          return;
      }
}

/* Gathers the hits that are called as the one at @first; none when it was told apart with an earlier one. */
static void
gather (Alike     *alike,
        GPtrArray *hits,
        guint      first)
{
  const CvnSearchHit *model = hits->pdata[first];

  for (guint i = 0; i < hits->len; i++)
    {
      CvnSearchHit *hit = hits->pdata[i];
      CvnRecord    *record;

      if (hit->kind != model->kind || g_strcmp0 (hit->title, model->title) != 0)
        continue;
      if (i < first)
        return;
      record = cvn_reader_get (alike->reader, hit->kind, hit->id, NULL);
      if (record == NULL)
        continue;
      g_ptr_array_add (alike->hits, hit);
      g_ptr_array_add (alike->records, record);
    }
}

/**
 * cvn_reader_tell_apart:
 * @hits: (element-type CvnSearchHit): with their titles
 * @language: of the words
 *
 * Of records that are called the same, says in their detail what tells them apart: a date where that does, or else whose it is
 * or what the register shows of them.
 */
void
cvn_reader_tell_apart (CvnReader  *self,
                       GPtrArray  *hits,
                       CvnLanguage language)
{
  for (guint i = 0; i < hits->len; i++)
    {
      g_autoptr (GPtrArray) same = g_ptr_array_new ();
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      Alike alike = { self, ((CvnSearchHit *) hits->pdata[i])->kind, language, same, records };

      gather (&alike, hits, i);
      if (same->len > 1)
        tell_alike (&alike);
    }
}
