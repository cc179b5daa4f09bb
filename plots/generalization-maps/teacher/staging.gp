# staging: Separation of stages: teacher
#
# Draw it again:   gnuplot staging.gp
# As PNG or PDF:   gnuplot -e "format='png'" staging.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" staging.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'staging.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1148,491 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2296,982 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.96in,5.11in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,260 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1040 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.71in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $staging has the columns 1 x, 2 y, 3 staging_index, 4 is_empty
set table $staging; plot 'staging.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(5)."\t".strcol(11)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09321
if (medium eq 'web') set rmargin at screen 0.61585
if (medium eq 'web') set bmargin at screen 0.21589
if (medium eq 'web') set tmargin at screen 0.90835
if (medium eq 'slides') set lmargin at screen 0.0916
if (medium eq 'slides') set rmargin at screen 0.87059
if (medium eq 'slides') set bmargin at screen 0.29893
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.15984
if (medium eq 'paper') set rmargin at screen 0.77418
if (medium eq 'paper') set bmargin at screen 0.41744
if (medium eq 'paper') set tmargin at screen 0.88923
set border 15 linecolor '#404040'
set title 'Separation of stages: teacher' offset 0,-0.3
if (medium eq 'web') set label 40 'signal' at screen 0.35453,0.12576 center
if (medium eq 'web') set label 1 'noise' at screen 0.04375,0.56212 center rotate by 90
if (medium eq 'web') set label 3 'staging index' at screen 0.69166,0.56212 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Each cell: median over 5 seeds; runs without a value are left out.'.'}' at screen 0.09321,0.07994 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00653,0.02664 left textcolor '#707070'
if (medium eq 'slides') set label 40 'signal' at screen 0.4811,0.2006 center
if (medium eq 'slides') set label 1 'noise' at screen 0.02063,0.60447 center rotate by 90
if (medium eq 'slides') set label 3 'staging index' at screen 0.97937,0.60447 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Each cell: median over 5 seeds; runs without a value are left out.'.'}' at screen 0.0916,0.1506 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'signal' at screen 0.46701,0.29641 center
if (medium eq 'paper') set label 1 'noise' at screen 0.03599,0.65333 center rotate by 90
if (medium eq 'paper') set label 3 'staging index' at screen 0.96401,0.65333 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Each cell: median over 5 seeds; runs without a value are left'.'}' at screen 0.01309,0.23487 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'out.'.'}' at screen 0.01309,0.18794 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.01636,0.03577 left textcolor '#707070'
if (medium eq 'web') set xrange [-0.5:9.5]
if (medium eq 'web') set xtics out scale 0 nomirror ('0.5' 0, '1' 1, '1.5' 2, '2' 3, '2.5' 4, '3' 5, '3.5' 6, '4' 7, '4.5' 8, '5' 9)
if (medium eq 'slides') set xrange [-0.5:9.5]
if (medium eq 'slides') set xtics out scale 0 nomirror ('0.5' 0, '1' 1, '1.5' 2, '2' 3, '2.5' 4, '3' 5, '3.5' 6, '4' 7, '4.5' 8, '5' 9)
if (medium eq 'paper') set xrange [-0.5:9.5]
if (medium eq 'paper') set xtics out scale 0 nomirror ('0.5' 0, '1.5' 2, '2.5' 4, '3.5' 6, '4.5' 8)
set yrange [-0.5:9.5]
set ytics out scale 0 nomirror ('0.25' 0, '0.5' 1, '0.75' 2, '1' 3, '1.25' 4, '1.5' 5, '1.75' 6, '2' 7, '2.25' 8, '2.5' 9)
if (medium eq 'web') set key at screen 0.72038,0.90835 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.11913 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
if (medium eq 'paper') set key at screen 0.01309,0.14921 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [0:1.82]
if (medium eq 'web') set colorbox user origin screen 0.625,0.21589 size screen 0.01176,0.69246
if (medium eq 'web') set cbtics out nomirror 0.5
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [0:1.82]
if (medium eq 'slides') set colorbox user origin screen 0.88372,0.29893 size screen 0.01688,0.61107
if (medium eq 'slides') set cbtics out nomirror 0.5
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [0:1.82]
if (medium eq 'paper') set colorbox user origin screen 0.79708,0.41744 size screen 0.02945,0.47179
if (medium eq 'paper') set cbtics out nomirror 0.5
set object rectangle from first -0.5, graph 0 to first 9.5, graph 1 behind fillcolor rgb '#ececec' fillstyle solid noborder
plot NaN with lines linecolor rgb '#ececec' linewidth 10 dashtype 1 title 'most runs did not learn all levels', \
     $staging using 1:(column(3)==column(3)?column(2):NaN):(column(1)-0.5):(column(1)+0.5):(column(2)-0.5):(column(2)+0.5):(column(3)) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     $staging using 1:(column(4)>0?column(2):NaN) with points pointtype 7 pointsize 0.4 linecolor rgb '#777777' notitle
