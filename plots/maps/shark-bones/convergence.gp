# convergence: When learning converges: shark-bones
#
# Draw it again:   gnuplot convergence.gp
# As PNG or PDF:   gnuplot -e "format='png'" convergence.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'convergence.' . format
if (format eq 'svg') set terminal svg size 1135,580 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2270,1160 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.82in,6.04in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1013215859030837
set rmargin at screen 0.6475770925110131
set bmargin at screen 0.1810344827586207
set tmargin at screen 0.9224137931034483
set border 15 linecolor '#404040'
set title 'When learning converges: shark-bones' offset 0,-0.3
set label '{/*0.85 '.'Each cell: median over 20 seeds, of the runs that have a value.'.'}' at screen 0.1013215859030837,0.0466 left textcolor '#404040'
set xlabel 'learning rate η' offset 0,0.3
set xrange [-0.5:15.5]
set xtics out scale 0 nomirror ('20' 0, '40' 1, '60' 2, '80' 3, '100' 4, '120' 5, '140' 6, '160' 7, '180' 8, '200' 9, '220' 10, '240' 11, '260' 12, '280' 13, '300' 14, '320' 15)
set ylabel 'initialization scale γ' offset -0.5,0
set yrange [-0.5:13.5]
set ytics out scale 0 nomirror ('1e-12' 0, '1e-11' 1, '1e-10' 2, '1e-9' 3, '1e-8' 4, '1e-7' 5, '1e-6' 6, '1e-5' 7, '1e-4' 8, '0.001' 9, '0.01' 10, '0.1' 11, '1' 12, '10' 13)
set key at screen 0.7533039647577092,0.9224137931034483 left top Left reverse samplen 2 spacing 1.15
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [0:398]
set colorbox user origin screen 0.6607929515418501,0.1810344827586207 size screen 0.015,0.741379
set cblabel 'epoch of convergence' offset 0.5,0
set cbtics out nomirror
set object rectangle from first -0.5, graph 0 to first 15.5, graph 1 behind fillcolor rgb '#ececec' fillstyle solid noborder
plot NaN with lines linecolor rgb '#ececec' linewidth 10 dashtype 1 title 'most runs did not converge', \
     'convergence.tsv' using 'x':(column('converged_epoch')==column('converged_epoch')?column('y'):NaN):(column('x')-0.5):(column('x')+0.5):(column('y')-0.5):(column('y')+0.5):(column('converged_epoch')) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     'convergence.tsv' using 'x':(column('is_empty')>0?column('y'):NaN) with points pointtype 7 pointsize 0.4 linecolor rgb '#777777' notitle, \
     'convergence.tsv' using (column('x')-0.142):((column('is_diverged')>0?column('y'):NaN)-(0.179)):(0.284):(0.358) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'convergence.tsv' using (column('x')-0.142):((column('is_diverged')>0?column('y'):NaN)-(-0.179)):(0.284):(-0.358) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'convergence.tsv' using (column('x')-0.142):((column('is_diverged')>0?column('y'):NaN)-(0.179)):(0.284):(0.358) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     'convergence.tsv' using (column('x')-0.142):((column('is_diverged')>0?column('y'):NaN)-(-0.179)):(0.284):(-0.358) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' title 'half or more of the runs diverged', \
     'stability-limit.tsv' using 'x':'y' with lines linecolor rgb '#ffffff' linewidth 3 dashtype 1 notitle, \
     'stability-limit.tsv' using 'x':'y' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: largest stable learning rate'
