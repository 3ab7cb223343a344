/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-code-name"

#include "cvn-code-name.h"

#include "cvn-kind.h"

static void
free_name (gpointer data)
{
  CvnCodeName *self = data;

  g_free (self->code);
  g_free (self->name_nl);
  g_free (self->name_en);
  g_free (self->id);
  g_free (self);
}

static CvnCodeName *
add (GPtrArray  *names,
     const char *code,
     const char *nl,
     const char *en)
{
  CvnCodeName *self = g_new0 (CvnCodeName, 1);

  self->code = g_strdup (code);
  self->name_nl = g_strdup (nl != NULL ? nl : en != NULL ? en
                                                         : code);
  self->name_en = g_strdup (en != NULL ? en : self->name_nl);
  g_ptr_array_add (names, self);
  return self;
}

static void
add_built_in (GPtrArray      *names,
              const CvnField *field)
{
  for (const CvnChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    {
      g_auto (CvnValue) value = CVN_VALUE_INIT;
      g_autofree char *nl = NULL;
      g_autofree char *en = NULL;

      cvn_value_set_text (&value, choice->code);
      nl = cvn_field_format (field, &value, CVN_LANGUAGE_NL);
      en = cvn_field_format (field, &value, CVN_LANGUAGE_EN);
      add (names, choice->code, nl, en);
    }
}

/* (nullable): the scheme with the most records, the first of those that are as large; NULL where there are no schemes. */
static const char *
find_scheme (GPtrArray *records)
{
  const char *largest = NULL;
  guint       most = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const char *scheme;
      guint       n = 0;

      if (cvn_kind_find_field (cvn_record_get_kind (records->pdata[i]), "scheme") < 0)
        return NULL;
      scheme = cvn_record_get_text (records->pdata[i], "scheme");
      for (guint k = 0; k < records->len; k++)
        n += g_strcmp0 (cvn_record_get_text (records->pdata[k], "scheme"), scheme) == 0;
      if (n > most)
        {
          most = n;
          largest = scheme;
        }
    }
  return largest;
}

static void
move_to (GPtrArray  *names,
         guint       place,
         const char *code)
{
  for (guint i = place; i < names->len; i++)
    if (g_strcmp0 (((CvnCodeName *) names->pdata[i])->code, code) == 0)
      {
        gpointer name = names->pdata[i];

        for (guint k = i; k > place; k--)
          names->pdata[k] = names->pdata[k - 1];
        names->pdata[place] = name;
        return;
      }
}

/* Stages of several schemes stand as the scheme that divides most finely has them; what it lacks comes after it. */
static void
order_by_scheme (GPtrArray *names,
                 GPtrArray *records)
{
  const char *scheme = find_scheme (records);
  guint       place = 0;

  for (guint i = 0; scheme != NULL && i < records->len; i++)
    if (g_strcmp0 (cvn_record_get_text (records->pdata[i], "scheme"), scheme) == 0 && cvn_record_has (records->pdata[i], "code"))
      move_to (names, place++, cvn_record_get_text (records->pdata[i], "code"));
}

/**
 * cvn_code_names_new:
 * @field: a choice that is named by records of another kind
 * @records: (element-type CvnRecord): those records, in their order
 *
 * The first record with a code names it: schemes may share a stage; the largest scheme says the order. As long as there are no records, the names that come with
 * the program stand.
 *
 * Returns: (transfer full) (element-type CvnCodeName): the values that can be chosen, in their order
 */
GPtrArray *
cvn_code_names_new (const CvnField *field,
                    GPtrArray      *records)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_name);

  for (guint i = 0; i < records->len; i++)
    {
      CvnRecord  *record = records->pdata[i];
      const char *code = cvn_record_get_text (record, "code");

      if (code != NULL && cvn_code_names_find (names, code) == NULL)
        add (names, code, cvn_record_get_text (record, "name_nl"), cvn_record_get_text (record, "name_en"))->id = g_strdup (cvn_record_get_id (record));
    }
  if (names->len == 0)
    add_built_in (names, field);
  order_by_scheme (names, records);
  return names;
}

/** cvn_code_names_add: adds @code where it is not there, called by itself: a record may hold a code that nobody has named. */
void
cvn_code_names_add (GPtrArray  *names,
                    const char *code)
{
  if (code != NULL && cvn_code_names_find (names, code) == NULL)
    add (names, code, NULL, NULL);
}

/** cvn_code_names_find: (transfer none) (nullable): the value with this code. */
const CvnCodeName *
cvn_code_names_find (GPtrArray  *names,
                     const char *code)
{
  for (guint i = 0; i < names->len; i++)
    {
      const CvnCodeName *self = names->pdata[i];

      if (g_strcmp0 (self->code, code) == 0)
        return self;
    }
  return NULL;
}

/** cvn_code_name_get: (transfer none): what it is called in @language, or in the other one; its code if it has no name. */
const char *
cvn_code_name_get (const CvnCodeName *self,
                   CvnLanguage        language)
{
  return language == CVN_LANGUAGE_NL ? self->name_nl : self->name_en;
}
